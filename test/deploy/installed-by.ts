import { homedir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './run-program';

const timeoutMs = 900_000;

/**
 * Lets a script of `scripts/` install what a list pins, once for each content of the list.
 * @returns the folder that it prints
 */
export async function installedBy(script: string, list: string): Promise<string> {
  // Clients of registries are set up by the environment.
  const env = Object.fromEntries(
    Object.entries({ HOME: homedir(), ...process.env }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value]],
    ),
  );
  const path = join(__dirname, '../../scripts', script);
  const { code, printed, output } = await runProgram(path, [list], { env, timeoutMs });
  if (code !== 0) throw new Error(`${script} failed:\n${output}`);
  return printed.trim();
}
