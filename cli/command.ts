import type { ExitCode } from './exit-code';
import type { Terminal } from './terminal';

/** What a subcommand is given when it is added to the program. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Tells with which code the process ends; without a call it is 0. */
  readonly finish: (code: ExitCode) => void;
}
