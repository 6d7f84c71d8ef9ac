import type { DuckDBConnection } from '@duckdb/node-api';
import { viewFiles } from '../../athena-ddl/sql-files';
import { CatalogFile } from './catalog-file';
import { macros } from './macros';
import { createEmptyTable, createTextTable } from './parsed-rows';
import { rowViews } from './row-views';
import { tableDefinitions } from './table-definition';
import { viewsByDay } from './views-by-day';

/** Every macro and view. The tables are the connection's own. */
export const catalog = new CatalogFile('catalog', viewsByDay, makeViews, [
  // Reading the table a second time, as this rewriting of window functions does, costs more than it saves.
  'window_self_join',
]);

/** The views are bound over tables of the same columns, which are then dropped. */
async function makeViews(connection: DuckDBConnection): Promise<void> {
  for (const macro of macros()) await connection.run(macro);
  const tables = tableDefinitions();
  for (const table of tables) await createTextTable(connection, table.name, table);
  for (const { text } of viewFiles()) await connection.run(text);
  for (const view of [...Object.values(rowViews), ...viewsByDay]) await createEmptyTable(connection, view);
  for (const { name } of tables) await connection.run(`DROP TABLE ${name}`);
}
