import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isUnfinished } from './key-path';

/** Compares as S3 sorts keys: by their bytes in UTF-8. */
export function compareKeys(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/**
 * The keys below a folder that begin with `prefix` and come after `after`, in S3's order. Folders that can hold
 * none of them are not opened, so a page costs what it shows, not what the bucket holds.
 */
export async function* walkKeys(
  folder: string,
  prefix: string,
  after: string,
  base = '',
): AsyncGenerator<string> {
  const names = (await entries(path.join(folder, base)))
    .filter((entry) => !isUnfinished(entry.name))
    // With its slash a folder sorts as the keys in it do.
    .map((entry) => `${base}${entry.name}${entry.isDirectory() ? '/' : ''}`)
    .sort(compareKeys);
  for (const key of names) {
    if (key.endsWith('/')) {
      const mayMatch = key.startsWith(prefix) || prefix.startsWith(key);
      const mayFollow = compareKeys(key, after) > 0 || after.startsWith(key);
      if (mayMatch && mayFollow) yield* walkKeys(folder, prefix, after, key);
    } else if (key.startsWith(prefix) && compareKeys(key, after) > 0) yield key;
  }
}

/** A bucket whose folder was not made yet is empty. */
async function entries(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
