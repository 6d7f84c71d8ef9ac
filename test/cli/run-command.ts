import { runCommandLine } from '../../cli/command-line';
import type { ExitCode } from '../../cli/exit-code';
import type { Terminal } from '../../cli/terminal';

/** What a command said and how it ended. */
export interface CommandOutcome {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line in this process, as a pipe would see it. */
export async function runCommand(
  words: readonly string[],
  given: Partial<Terminal> = {},
): Promise<CommandOutcome> {
  let out = '';
  let err = '';
  const code = await runCommandLine(words, {
    out: (text) => (out += text),
    screen: () => undefined,
    err: (text) => (err += text),
    note: (text) => (err += text),
    bar: () => undefined,
    input: () => Promise.resolve(''),
    stoppable: (work) => work(new AbortController().signal),
    environment: {},
    now: () => new Date('2026-11-22T12:00:00Z'),
    sleep: () => Promise.reject(new Error('this command was not expected to wait')),
    ...given,
  });
  return { code, out, err };
}
