import type { Screen } from './output/screen';

/** Keys, and where what is typed shows. */
export interface Keyboard {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Where a command reads and writes: the process's own streams, or a test's. */
export interface Terminal {
  /** Standard output: results only, so that they can be piped. */
  readonly out: (text: string) => void;
  /** What standard output is shown on; undefined where it goes to a file or a pipe. */
  readonly screen: () => Screen | undefined;
  /** Standard error: warnings and errors. */
  readonly err: (text: string) => void;
  /** Standard error too: progress, and what else is good to know; `--quiet` leaves it out. */
  readonly note: (text: string) => void;
  /** The stream that progress bars draw on; undefined where no person watches. */
  readonly bar: () => NodeJS.WritableStream | undefined;
  /** Where a person types; absent where standard input or output is no terminal. */
  readonly keyboard?: Keyboard;
  /** All of standard input. */
  readonly input: () => Promise<string>;
  /** Asks a yes-or-no question; absent where nobody can answer. */
  readonly confirm?: (question: string) => Promise<boolean>;
  /**
   * Does work that ends in good order at Ctrl-C: the signal aborts, and the work comes to its end by itself. A second Ctrl-C
   * ends the process at once.
   */
  readonly stoppable: <T>(work: (stop: AbortSignal) => Promise<T>) => Promise<T>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The current time. */
  readonly now: () => Date;
  readonly sleep: (milliseconds: number) => Promise<void>;
}
