import { join } from 'node:path';
import { installedBy } from '../installed-by';
import { runProgram } from '../run-program';

/** What parliament finds in a policy. */
export interface Finding {
  readonly issue: string;
  readonly severity: string;
  readonly detail: unknown;
}

/** Everything that the linter of IAM policies finds, whatever its severity. */
export async function linted(policy: string): Promise<readonly Finding[]> {
  const tools = await installedBy('python-tools.sh', join(__dirname, 'requirements.txt'));
  const { code, printed, output } = await runProgram(join(tools, 'bin/parliament'), ['--json'], {
    env: {},
    input: policy,
    timeoutMs: 60_000,
  });
  // 1 stands for findings, which it prints.
  if (code !== 0 && (code !== 1 || printed === ''))
    throw new Error(`parliament ended with ${code}:\n${output}`);
  return printed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Finding);
}
