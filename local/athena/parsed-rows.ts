import type { DuckDBConnection } from '@duckdb/node-api';
import type { Row } from '../../lambda/report/line-row';
import { emptyTable } from './row-views';
import type { TableDefinition } from './table-definition';

/** Name of the table that holds an external table's rows of lines that DuckDB does not read. */
export function parsedTable(table: TableDefinition): string {
  return `parsed_${table.name}`;
}

/** Name of the table that holds the days of which the history of an external table's objects is written. */
export function writtenTable(table: TableDefinition): string {
  return `written_${table.name}`;
}

/** Creates a table of an external table's columns, its day, where it has one, and the path of a row's object. */
export async function createTextTable(
  connection: DuckDBConnection,
  name: string,
  { columns, partitioned }: Pick<TableDefinition, 'columns' | 'partitioned'>,
  kind: 'TABLE' | 'TEMP TABLE' = 'TABLE',
): Promise<void> {
  const all = [...columns, ...(partitioned ? ['dt'] : []), '$path'];
  await connection.run(`CREATE ${kind} ${name} (${all.map((column) => `"${column}" VARCHAR`).join(', ')})`);
}

/** Creates a row view's table without rows. */
export async function createEmptyTable(connection: DuckDBConnection, view: string): Promise<void> {
  await connection.run(`CREATE TABLE ${emptyTable(view)} AS SELECT * FROM ${view} LIMIT 0`);
}

/** Rows of one object, `ends` being its day, where there is one, and its path. */
export interface ParsedObject {
  readonly rows: readonly Row[];
  readonly ends: Row;
}

export async function appendRows(
  connection: DuckDBConnection,
  table: TableDefinition,
  objects: readonly ParsedObject[],
): Promise<void> {
  if (objects.length === 0) return;
  const appender = await connection.createAppender(parsedTable(table), 'main', 'temp');
  for (const { rows, ends } of objects) {
    for (const row of rows) {
      for (const value of [...row, ...ends]) {
        if (value === null) appender.appendNull();
        else appender.appendVarchar(value);
      }
      appender.endRow();
    }
  }
  appender.closeSync();
}
