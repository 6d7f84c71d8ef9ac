/** Where a command reads and writes: the process's own streams, or a test's. */
export interface Terminal {
  /** Standard output: results only, so that they can be piped. */
  readonly out: (text: string) => void;
  /** Standard error: progress, warnings and errors. */
  readonly err: (text: string) => void;
  /** The stream that progress bars draw on; none where no person watches. */
  readonly bar?: NodeJS.WritableStream;
  /** All of standard input. */
  readonly input: () => Promise<string>;
  /** Asks a yes-or-no question; absent where nobody can answer. */
  readonly confirm?: (question: string) => Promise<boolean>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The current time. */
  readonly now: () => Date;
  readonly sleep: (milliseconds: number) => Promise<void>;
}
