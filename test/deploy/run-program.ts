import { spawn } from 'node:child_process';

/** How a program ended. */
export interface Ended {
  readonly code: number | null;
  /** Standard output alone. */
  readonly printed: string;
  /** Standard output and standard error, as they came. */
  readonly output: string;
}

export interface RunOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly input?: string;
  /** After so many milliseconds it is ended. */
  readonly timeoutMs: number;
}

/** Runs a program with nothing of this process's environment but PATH. */
export function runProgram(program: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  const { env, cwd, input = '', timeoutMs } = options;
  // A group of its own, so that what it started ends with it.
  const child = spawn(program, args, {
    env: { PATH: process.env['PATH'], ...env },
    ...(cwd === undefined ? {} : { cwd }),
    detached: true,
  });
  const end = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL');
  const timer = setTimeout(end, timeoutMs);
  let printed = '';
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  // One that ends before it has read everything tells why by its code and its output.
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, printed, output });
    });
  });
}
