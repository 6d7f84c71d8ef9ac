import { spawn } from 'node:child_process';

interface ToolProps {
  /** Ended after so many minutes. */
  readonly minutes: number;
  /** What it reads. @default nothing */
  readonly input?: string;
}

/**
 * Runs a tool to its end and returns what it printed.
 * @throws Error with its last words when it is missing, fails, or takes longer than it may
 */
export async function runTool(command: string, args: readonly string[], props: ToolProps): Promise<string> {
  const child = spawn(command, args, { timeout: props.minutes * 60_000, killSignal: 'SIGKILL' });
  const printed: Buffer[] = [];
  let lastWords = '';
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => (lastWords = (lastWords + chunk.toString()).slice(-2000)));
  // A tool that does not read to the end says itself what is wrong.
  child.stdin.on('error', () => undefined).end(props.input ?? '');
  await new Promise<void>((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'ENOENT'
          ? new Error(`${command} is not installed; docs/engines.md says what the tier needs`)
          : error,
      ),
    );
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `${command} ${args.join(' ')} ended with ${signal ?? code}:\n${lastWords || Buffer.concat(printed).toString().slice(-2000)}`,
          ),
        );
    });
  });
  return Buffer.concat(printed).toString();
}
