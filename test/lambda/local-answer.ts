import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLocalAthena } from '../../local/athena';
import type { QueryAnswer } from '../../local/organization/athena/query-results';

const answers = new Map<string, Promise<QueryAnswer>>();

/** What Athena would answer, by the local engine over a bucket as it is now; buckets of the same objects are asked once. */
export function localAnswer(dataFolder: string, sql: string, now: Date): Promise<QueryAnswer> {
  const key = JSON.stringify([sql, now, objectsOf(dataFolder)]);
  const answer = answers.get(key) ?? ask(dataFolder, sql, now);
  answers.set(key, answer);
  return answer;
}

/** Every object with its text. */
function objectsOf(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => [path.slice(folder.length), readFileSync(path, 'latin1')]);
}

async function ask(dataFolder: string, sql: string, now: Date): Promise<QueryAnswer> {
  const athena = await openLocalAthena({ dataFolder, now: () => now });
  try {
    const { columns, rows } = await athena.query(sql);
    return {
      columns: columns.map(({ name }) => name),
      rows: rows.map((row) =>
        row.map((value) => (value === null ? null : `${value as string | number | boolean}`)),
      ),
    };
  } finally {
    athena.close();
  }
}
