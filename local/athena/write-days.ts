import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { sqlText } from './sql-text';

/**
 * Writes rows by their day (`dt`, `yyyy/MM/dd`) into a folder.
 * @param rows what has them: a view, or a query in parentheses
 * @returns files by day; none of a day without rows
 */
export async function writeDays(
  connection: DuckDBConnection,
  rows: string,
  dts: readonly string[],
  folder: string,
  condition = 'true',
): Promise<ReadonlyMap<string, string>> {
  await connection.run(
    `COPY (SELECT *, replace(dt, '/', '-') AS day FROM ${rows} WHERE dt IN (${dts.map(sqlText).join()}) AND ${condition})
     TO ${sqlText(folder)} (FORMAT parquet, PARTITION_BY (day), OVERWRITE)`,
  );
  return new Map(
    dts.flatMap((dt) => {
      const file = fileOf(join(folder, `day=${dt.replaceAll('/', '-')}`), dt);
      return file === undefined ? [] : [[dt, file] as const];
    }),
  );
}

function fileOf(folder: string, dt: string): string | undefined {
  const [file, ...more] = existsSync(folder) ? readdirSync(folder) : [];
  if (more.length > 0) throw new Error(`${more.length + 1} files of rows of ${dt}, expected one`);
  return file === undefined ? undefined : join(folder, file);
}
