import type { LocalAthena } from '../../../local/athena';
import type { ResultStyle } from '../../output/result-text';

/** What a chapter tells from. */
export interface DemoResult {
  /** The folder that the demo filled, as the user named it. */
  readonly folder: string;
  readonly athena: LocalAthena;
  /** How its tables are drawn. */
  readonly style: ResultStyle;
}

/** One part of what the demo shows at its end; the text ends in a newline. */
export type Chapter = (result: DemoResult) => Promise<string>;
