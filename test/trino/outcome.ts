import type { Difference } from './sql/compare';

/** What came out of one statement over one dataset. */
export interface Outcome {
  readonly dataset: string;
  readonly statement: string;
  /** Rows that Trino answered. */
  readonly rows: number;
  readonly differences: readonly Difference[];
}
