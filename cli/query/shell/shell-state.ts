import type { LocalAthena } from '../../../local/athena';
import type { ResultStyle } from '../../output/result-text';
import type { Terminal } from '../../terminal';

/** What lines of a shell act on. */
export interface ShellState {
  readonly athena: LocalAthena;
  readonly terminal: Terminal;
  /** `.format` changes it. */
  style: ResultStyle;
  hasEnded: boolean;
}
