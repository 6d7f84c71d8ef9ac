import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { prefixes } from '../../lambda/report/object-key';

/** One object of the bucket that belongs to an account and a day by its key. */
export interface StoredObject {
  readonly key: string;
  /** `YYYY-MM-DD`; undefined when the key does not tell. */
  readonly day: string | undefined;
  readonly accountId: string | undefined;
}

const shapes = {
  [prefixes.reports]: /^credential-reports\/(\d{4})\/(\d{2})\/(\d{2})\/(\d{12})-[^/]*\.csv$/,
  [prefixes.runs]: /^collection-runs\/(\d{4})\/(\d{2})\/(\d{2})\/(\d{12})\.json$/,
} as const;

/** Every object below one prefix of a folder laid out as the bucket, in the order of the keys. */
export function storedObjects(dataFolder: string, prefix: keyof typeof shapes): StoredObject[] {
  const folder = join(dataFolder, prefix);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      (entry) => `${prefix}${join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/')}`,
    )
    .sort()
    .map((key) => {
      const [, year, month, date, accountId] = shapes[prefix].exec(key) ?? [];
      return { key, day: year && month && date ? `${year}-${month}-${date}` : undefined, accountId };
    });
}
