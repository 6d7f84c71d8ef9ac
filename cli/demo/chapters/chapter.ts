import type { LocalAthena } from '../../../local/athena';

/** What a chapter tells from. */
export interface DemoResult {
  /** The folder that the demo filled, as the user named it. */
  readonly folder: string;
  readonly athena: LocalAthena;
}

/** One part of what the demo shows at its end; the text ends in a newline. */
export type Chapter = (result: DemoResult) => Promise<string>;
