import { prefixes } from './object-key';

/**
 * Where the history lies: a whole day of one source in one file, and what it was made of beside it. Athena passes over
 * names that begin with `_`. Days are `yyyy/MM/dd`, as everywhere in keys.
 */
function folderOf(source: string, day: string): string {
  return `${historyPrefix(source)}/${day}`;
}

/** What all files of a source lie below: `history/credential-reports`. */
export function historyPrefix(source: string): string {
  return `${prefixes.history}/${source}`;
}

/** Key of a day's Parquet file. */
export function historyKey(source: string, day: string): string {
  return `${folderOf(source, day)}/${source}.parquet`;
}

/** Key of a day's manifest. */
export function manifestKey(source: string, day: string): string {
  return `${folderOf(source, day)}/_manifest.json`;
}
