import { tableDefinitions } from './table-definition';
import { viewFiles } from '../../athena-ddl/sql-files';
import { DataFolder } from './data-folder';
import { daysInRange, isoDay, type DayRange } from './days';
import { Engine } from './engine';
import { DataFolderError } from './errors';
import { macros } from './macros';

export interface LocalAthenaProps {
  /** A folder laid out as the bucket. */
  readonly dataFolder: string;
  /** Days whose objects may be opened. @default all */
  readonly days?: DayRange;
  /** What `current_date` is, `YYYY-MM-DD`; later days are left out. @default the newest day of the folder */
  readonly asOf?: string;
  /** Most memory that DuckDB takes, as it writes sizes. @default 1GB */
  readonly memoryLimit?: string;
  /** The time of day that decides whether a run can still come. @default the system's clock */
  readonly now?: () => Date;
}

export interface QueryResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Dates as `2026-11-22`, timestamps as `2026-11-22 13:14:52`, whole numbers as numbers. */
  readonly rows: readonly (readonly unknown[])[];
}

export interface LocalAthena {
  /** What `current_date` is. */
  readonly asOf: string;
  /** ISO days of the folder in the range; of these a query opens those that its filters on `dt` leave. */
  readonly days: readonly string[];
  /** Objects that a query met and could not read, each by its key; grows with the queries. */
  readonly warnings: readonly string[];
  /** Runs one statement. @throws QueryError with DuckDB's message */
  query(sql: string): Promise<QueryResult>;
  /** How often the statement scans each table, and how many days of it. */
  scans(
    sql: string,
  ): Promise<readonly { readonly table: string; readonly scans: number; readonly days: number }[]>;
  close(): void;
}

/**
 * Opens a folder for the SQL that Athena runs over the bucket.
 * @throws DataFolderError, DayRangeError, NoDayInRangeError
 */
export async function openLocalAthena(props: LocalAthenaProps): Promise<LocalAthena> {
  const folder = new DataFolder(props.dataFolder);
  const tables = tableDefinitions();
  const partitioned = tables.filter((table) => table.partitioned);
  const existing = [...new Set(partitioned.flatMap((table) => folder.days(table.prefix)))].sort();
  const newest = existing.at(-1);
  if (newest === undefined) {
    const wanted = partitioned.map((table) => `${table.prefix}/YYYY/MM/DD/`).join(', ');
    throw new DataFolderError(`the data folder ${folder.root} holds none of ${wanted}`);
  }
  const asOf = props.asOf === undefined ? newest : isoDay(props.asOf, 'the day to look from');
  return Engine.open({
    folder,
    tables,
    views: viewFiles(),
    macros: macros(asOf, (props.now ?? (() => new Date()))()),
    asOf,
    days: daysInRange(existing, asOf, props.days),
    memoryLimit: props.memoryLimit ?? '1GB',
  });
}
