import { accountsKey } from '../report/object-key';
import type { ObjectStore } from '../shared/object-store/object-store';
import type { AccountLine } from './account-line';

/**
 * Stores a day's list of accounts as JSON Lines; a later one of the same day replaces it.
 * @returns its key
 */
export async function storeAccountList(
  store: Pick<ObjectStore, 'replace'>,
  day: Date,
  lines: readonly AccountLine[],
): Promise<string> {
  const key = accountsKey(day);
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  await store.replace(key, text, 'application/x-ndjson');
  return key;
}
