import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance, version, type DuckDBConnection } from '@duckdb/node-api';
import { tableFiles, viewFiles } from '../../athena-ddl/sql-files';
import { sha256Of } from '../../lambda/report/sha256';
import { packageRoot } from '../../package-root';
import { macros, setToday } from './macros';
import { createTextTable } from './parsed-rows';
import { sqlText } from './sql-text';
import { tableDefinitions } from './table-definition';
import { registerTrinoFunctions } from './trino-functions';

const folder = join(packageRoot(), 'dist');
const fileName = /^catalog-[0-9a-f]{16}\.duckdb/;

let file: string | undefined;

/** Where the catalog of these views and macros lies once it is built; with other ones it is another file. */
export function catalogFile(): string {
  file ??= join(folder, `catalog-${catalogHash()}.duckdb`);
  return file;
}

function catalogHash(): string {
  const parts = [version(), ...macros(), ...[...tableFiles(), ...viewFiles()].map(({ text }) => text)];
  return sha256Of(JSON.stringify(parts)).slice(0, 16);
}

/**
 * Writes a DuckDB file with all macros and views. DuckDB binds a view that it makes, and with it every view below it,
 * which takes longer than any question; from a file it takes over views unbound.
 */
export async function buildCatalog(): Promise<void> {
  const built = catalogFile();
  if (existsSync(built)) return;
  mkdirSync(folder, { recursive: true });
  const draft = `${built}.${process.pid}`;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  registerTrinoFunctions(connection);
  await makeViews(connection);
  await connection.run(`ATTACH ${sqlText(draft)} AS catalog (BLOCK_SIZE 16384)`);
  await connection.run('COPY FROM DATABASE memory TO catalog');
  await connection.run('DETACH catalog');
  connection.closeSync();
  instance.closeSync();
  const before = readdirSync(folder).filter((name) => fileName.test(name));
  renameSync(draft, built);
  for (const name of before) if (!built.endsWith(name)) rmSync(join(folder, name), { force: true });
}

/** Gives a database in memory every macro and view, from the file where it is built. The tables are the caller's. */
export async function openCatalog(
  connection: DuckDBConnection,
  today: { asOf: string; now: Date },
): Promise<void> {
  const built = catalogFile();
  registerTrinoFunctions(connection);
  await setToday(connection, today.asOf, today.now);
  if (!existsSync(built)) return makeViews(connection);
  await connection.run(`ATTACH ${sqlText(built)} AS catalog (READ_ONLY)`);
  await connection.run('COPY FROM DATABASE catalog TO memory');
  await connection.run('DETACH catalog');
}

/** The views are bound over tables of the same columns, which are then dropped. */
async function makeViews(connection: DuckDBConnection): Promise<void> {
  for (const macro of macros()) await connection.run(macro);
  const tables = tableDefinitions();
  for (const table of tables) await createTextTable(connection, table.name, table);
  for (const { text } of viewFiles()) await connection.run(text);
  for (const { name } of tables) await connection.run(`DROP TABLE ${name}`);
}
