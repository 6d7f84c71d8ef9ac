import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { folderStore } from '../cli/history/folder-store';
import { bringDay } from '../lambda/history/bring-day';
import { historyKey, manifestKey } from '../lambda/report/history-key';
import { historySources } from '../lambda/report/history-source';
import { daysBefore } from '../lambda/report/days-before';
import { dayPath } from '../lambda/report/object-key';
import { sha256Of } from '../lambda/report/sha256';
import { DataFolder } from '../local/athena/data-folder';

const dash = (dt: string) => dt.replaceAll('/', '-');

/** Times of the report that were later than the day: a key was rotated 200 days before, a use was days before. */
const rotations = ['access_key_1_last_rotated', 'access_key_2_last_rotated'];
const uses = ['password_last_used', 'access_key_1_last_used_date', 'access_key_2_last_used_date'];

/**
 * Writes the history of one day with the function's own code, and from its file as many days before it: files of other
 * rows, made by DuckDB, and manifests that fit them. The day's objects go.
 * @param dt `yyyy/MM/dd`
 * @returns bytes of all files
 */
export async function writePast(folder: string, dt: string, count: number): Promise<number> {
  const store = folderStore(new DataFolder(folder), 's3://local/');
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  let bytes = 0;
  for (const source of historySources) {
    await bringDay(store, source, dt);
    rmSync(join(folder, source.name, dt), { recursive: true, force: true });
    const base = join(folder, historyKey(source.name, dt));
    const said = readFileSync(join(folder, manifestKey(source.name, dt)), 'utf8');
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet('${base}')`);
    const columns = described.getRows().map(([name]) => String(name));
    bytes += statSync(base).size;
    for (let back = 1; back <= count; back++) {
      const day = daysBefore(new Date(dash(dt)), back)
        .toISOString()
        .slice(0, 10);
      const other = dayPath(new Date(day));
      const file = join(folder, historyKey(source.name, other));
      mkdirSync(dirname(file), { recursive: true });
      await connection.run(
        `COPY (SELECT * REPLACE (${columns.map((column) => `${valueOf(column, dt, day)} AS "${column}"`).join(', ')})
           FROM read_parquet('${base}')) TO '${file}' (FORMAT parquet, ROW_GROUP_SIZE 5120)`,
      );
      const written = readFileSync(file);
      const manifest = JSON.parse(said.replaceAll(dt, other)) as object;
      writeFileSync(
        join(folder, manifestKey(source.name, other)),
        JSON.stringify({ ...manifest, bytes: written.length, sha256: sha256Of(written) }),
      );
      bytes += written.length;
    }
  }
  connection.closeSync();
  instance.closeSync();
  return bytes;
}

function valueOf(column: string, dt: string, day: string): string {
  const text = `"${column}"`;
  const moved = (days: string) => `strftime(${text}::TIMESTAMP - to_days(${days}), '%Y-%m-%dT%H:%M:%SZ')`;
  const isLater = `length(${text}) = 20 AND substr(${text}, 1, 10) > '${day}'`;
  if (rotations.includes(column))
    return `CASE WHEN ${isLater} THEN ${moved(`200 * (1 + date_diff('day', DATE '${day}', ${text}::TIMESTAMP::DATE) // 200)`)} ELSE ${text} END`;
  if (uses.includes(column))
    return `CASE WHEN ${isLater} THEN ${moved(`date_diff('day', DATE '${day}', ${text}::TIMESTAMP::DATE) + (hash("arn") % 50)::INTEGER`)} ELSE ${text} END`;
  if (column === 'object_path' || column === 'line')
    return `replace(replace(${text}, '${dt}', '${dayPath(new Date(day))}'), '${dash(dt)}', '${day}')`;
  return text;
}
