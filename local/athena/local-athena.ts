import type { DayRange } from './days';

export interface LocalAthenaProps {
  /** A folder laid out as the bucket. */
  readonly dataFolder: string;
  /** Lists that count in place of the folder's, by their prefix: `exceptions`, `controls`. @default the folder's own */
  readonly lists?: Readonly<Record<string, string>>;
  /** Days whose objects may be opened. @default all */
  readonly days?: DayRange;
  /**
   * What `current_date` is, `YYYY-MM-DD`; later days are left out.
   * @default the newest day that a list of accounts vouches for, else one with a report, and none to come
   */
  readonly asOf?: string;
  /** Most memory that DuckDB takes, as it writes sizes, until a question needs more. @default 1GB */
  readonly memoryLimit?: string;
  /** Most memory that it takes for such a question, and from then on. @default half of the machine's */
  readonly mostMemory?: string;
  /**
   * Where the rows that views made of a day are kept for the next run.
   * @default they go with this one
   */
  readonly keepIn?: string;
  /** Which days are still to come, and whether a run of today can still come. @default the system's clock */
  readonly now?: () => Date;
}

export interface QueryResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Dates as `2026-11-22`, timestamps as `2026-11-22 13:14:52`, whole numbers as numbers. */
  readonly rows: readonly (readonly unknown[])[];
}

/** How often a statement scans a table, and how many days of it. */
export interface TableScans {
  readonly table: string;
  readonly scans: number;
  readonly days: number;
  /** The days of all scans together: so many prefixes Athena lists. */
  readonly daysListed: number;
}

export interface LocalAthena {
  /** What `current_date` is. */
  readonly asOf: string;
  /** ISO days of the folder in the range; of these a query opens those that its filters on `dt` leave. */
  readonly days: readonly string[];
  /** What was passed over or could not be read, each by its key; grows with the objects that queries open. */
  readonly warnings: readonly string[];
  /** Runs one statement. @throws QueryError with DuckDB's message */
  query(sql: string): Promise<QueryResult>;
  /**
   * Makes a view's rows now, once for all questions that still come, of later runs too as long as nothing that it reads changes. Every
   * day of the view is read, so that it is worth its while where questions bring no filter on days.
   * @throws QueryError with DuckDB's message
   */
  makeOnce(view: string): Promise<void>;
  /** What the statement reads of each table. */
  scans(sql: string): Promise<readonly TableScans[]>;
  /** Ends the statement that runs, which then throws; harmless where none does. */
  interrupt(): void;
  close(): void;
}
