import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { shellWord } from '../../cli/output/shell-word';

/** Milliseconds: for a program that starts on a busy machine, less than a test may take. */
const patience = 50_000;

const running: ChildProcess[] = [];
// Those of tests that failed would go on.
afterAll(() => running.forEach((child) => child.kill('SIGKILL')));

/** A program that believes a person watches it. */
export interface TerminalProgram {
  /** Everything that it wrote, with what moves the cursor and colours. */
  readonly written: () => string;
  /** The same as lines without either; what a line wrote over itself counts as lines. */
  readonly lines: () => readonly string[];
  /** Presses keys. */
  readonly type: (keys: string) => void;
  /** Waits until this stands in what it wrote since the last waiting. @throws Error after 50 seconds */
  readonly until: (wanted: string | RegExp) => Promise<void>;
  /**
   * How it ended.
   * @param milliseconds to wait. @default 50 seconds
   * @throws Error where it does not end by itself; it is killed then
   */
  readonly ended: (milliseconds?: number) => Promise<number | null>;
}

/**
 * Starts a program in a pseudo terminal of 80 columns, which util-linux' `script` makes. The environment is these variables
 * alone: `CI` would switch off what a person sees.
 */
export function startInTerminal(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): TerminalProgram {
  const command = `stty cols 80 rows 24; exec ${words.map(shellWord).join(' ')}`;
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    env: { PATH: process.env['PATH'], TERM: 'xterm-256color', LANG: 'C.UTF-8', ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  running.push(child);
  let written = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (written += chunk));
  // A program that has ended reads no more keys.
  child.stdin.on('error', () => undefined);
  let isOver = false;
  const over = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      isOver = true;
      resolve(code);
    });
  });
  let from = 0;
  return {
    written: () => written,
    lines: () => written.split(/\r|\n|\x1b\[\d*G/).map((line) => stripVTControlCharacters(line)),
    type: (keys) => void child.stdin.write(keys),
    until: async (wanted) => {
      const end = Date.now() + patience;
      const isThere = () => {
        const text = stripVTControlCharacters(written.slice(from));
        return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
      };
      while (!isThere()) {
        if (isOver || Date.now() > end)
          throw new Error(`${String(wanted)} ${isOver ? 'never came' : 'did not come in time'}: ${written}`);
        await setTimeout(20);
      }
      from = written.length;
    },
    ended: async (milliseconds = patience) => {
      const code = await Promise.race([over, setTimeout(milliseconds, undefined, { ref: false })]);
      if (code !== undefined) return code;
      child.kill('SIGKILL');
      throw new Error(`it goes on: ${written}`);
    },
  };
}
