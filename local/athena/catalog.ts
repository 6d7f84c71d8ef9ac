import type { DuckDBConnection } from '@duckdb/node-api';
import { viewFiles } from '../../athena-ddl/sql-files';
import { CatalogFile } from './catalog-file';
import { macros, setToday } from './macros';
import { createEmptyTable, createTextTable } from './parsed-rows';
import { rowViews } from './row-views';
import { sqlText } from './sql-text';
import { tableDefinitions } from './table-definition';
import { registerTrinoFunctions } from './trino-functions';

/** Every macro and view. */
export const catalog = new CatalogFile('catalog', [], async (connection) => {
  registerTrinoFunctions(connection);
  await makeViews(connection);
});

/** Gives a database in memory every macro and view, from the file where it is built. The tables are the caller's. */
export async function openCatalog(
  connection: DuckDBConnection,
  today: { asOf: string; now: Date },
): Promise<void> {
  registerTrinoFunctions(connection);
  await setToday(connection, today.asOf, today.now);
  if (!catalog.isBuilt) return makeViews(connection);
  await connection.run(`ATTACH ${sqlText(catalog.path)} AS catalog (READ_ONLY)`);
  await connection.run('COPY FROM DATABASE catalog TO memory');
  await connection.run('DETACH catalog');
}

/** The views are bound over tables of the same columns, which are then dropped. */
async function makeViews(connection: DuckDBConnection): Promise<void> {
  for (const macro of macros()) await connection.run(macro);
  const tables = tableDefinitions();
  for (const table of tables) await createTextTable(connection, table.name, table);
  for (const { text } of viewFiles()) await connection.run(text);
  for (const view of Object.values(rowViews)) await createEmptyTable(connection, view);
  for (const { name } of tables) await connection.run(`DROP TABLE ${name}`);
}
