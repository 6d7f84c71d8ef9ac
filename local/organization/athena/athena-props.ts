import type { QueryAnswer } from './query-results';

/** One statement, as it was asked for. */
export interface AthenaQuery {
  readonly sql: string;
  readonly workGroup: string;
  readonly database: string | undefined;
  readonly accountId: string;
}

export interface AthenaProps {
  /** Carries a statement out. What it throws is the failure's reason. */
  readonly execute: (query: AthenaQuery) => Promise<void>;
  /** Planted ends of queries; undefined lets a query run. @default none */
  readonly outcome?: (query: AthenaQuery) => PlantedOutcome | undefined;
  /** What a query that succeeded answered. @default results are not emulated */
  readonly results?: (query: AthenaQuery) => Promise<QueryAnswer>;
  /** Bytes that a query read. @default no statistics */
  readonly scannedBytes?: number;
  /** Type of a column of an answer, as Athena names types. @default varchar */
  readonly typeOf?: (column: string) => string;
  /** How long a query is queued, then runs, in milliseconds of the organization's clock. @default 200 and 800 */
  readonly durations?: { readonly queued: number; readonly running: number };
}

/** How a query ends that is not carried out. */
export interface PlantedOutcome {
  readonly state: 'FAILED' | 'CANCELLED' | 'RUNNING';
  readonly reason?: string;
  /** Whether Athena says that trying again may help. @default false */
  readonly retryable?: boolean;
}
