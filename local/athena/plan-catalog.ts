import type { DuckDBConnection } from '@duckdb/node-api';
import { viewFiles } from '../../athena-ddl/sql-files';
import { CatalogFile } from './catalog-file';
import { macros } from './macros';
import { createEmptyTable, createTextTable } from './parsed-rows';
import { emptyTable, rowViews } from './row-views';
import { viewsByDay } from './views-by-day';
import { tableDefinitions } from './table-definition';

/** The days of a row are all that a plan is asked for: what is done to its text only takes time. */
const plainMacros = [
  'CREATE OR REPLACE MACRO json_extract_scalar(text, path) AS text',
  'CREATE OR REPLACE MACRO json_extract(text, path) AS text',
  'CREATE OR REPLACE MACRO regexp_extract(text, pattern, part) AS text',
  'CREATE OR REPLACE MACRO url_decode(text) AS text',
];

/** As every view makes it. */
const dateOfDay = `try_cast(replace(dt, '/', '-') AS date)`;

/** Optimizers that a plan goes without. */
const unwanted = [
  // Statistics of tables without values would make it drop scans, and Athena reads equal branches each for itself.
  'statistics_propagation',
  'common_subplan',
  'window_self_join',
  // They move no filter, and take time.
  'common_subexpressions',
  'join_order',
];

/** The views over empty tables. Those that type lines one by one are as good as tables, since they pass on any filter on days. */
export const planCatalog = planOver('plan', Object.values(rowViews));

/** The same, and such a table in the place of each view whose rows are kept by day. */
export const dayPlanCatalog = planOver('day-plan', [...Object.values(rowViews), ...viewsByDay]);

function planOver(kind: 'plan' | 'day-plan', asTables: readonly string[]): CatalogFile {
  const parts = [...plainMacros, dateOfDay, ...asTables];
  return new CatalogFile(kind, parts, (connection) => makePlanViews(connection, asTables), unwanted);
}

async function makePlanViews(connection: DuckDBConnection, asTables: readonly string[]): Promise<void> {
  for (const macro of [...macros(), ...plainMacros]) await connection.run(macro);
  for (const table of tableDefinitions()) await createTextTable(connection, table.name, table);
  for (const { name, text } of viewFiles()) {
    await connection.run(text);
    if (asTables.includes(name)) await makeTable(connection, name);
  }
}

/** Puts an empty table of the same columns in a view's place; a day that it shows as a date follows from `dt` as before. */
async function makeTable(connection: DuckDBConnection, view: string): Promise<void> {
  const columns = (await connection.runAndReadAll(`DESCRIBE ${view}`)).getRows().map(([name]) => name);
  await createEmptyTable(connection, view);
  const date = columns.includes('report_date') ? ` REPLACE (${dateOfDay} AS report_date)` : '';
  await connection.run(`CREATE OR REPLACE VIEW ${view} AS SELECT *${date} FROM ${emptyTable(view)}`);
}
