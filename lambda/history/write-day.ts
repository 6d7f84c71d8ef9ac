import { historyKey, manifestKey } from '../report/history-key';
import type { HistorySource } from '../report/history-source';
import { composeDay } from './compose-day';
import type { HistoryStore } from './history-store';
import { type Manifest, manifestText } from './manifest';

/**
 * Makes a day and stores it, the manifest last: until it is there the day does not count as written.
 * @throws what `composeDay` throws; then nothing was stored
 */
export async function writeDay(store: HistoryStore, source: HistorySource, day: string): Promise<Manifest> {
  const { file, manifest } = await composeDay(store, source, day);
  await store.replace(historyKey(source.name, day), file, 'application/vnd.apache.parquet');
  await store.replace(manifestKey(source.name, day), manifestText(manifest), 'application/json');
  return manifest;
}
