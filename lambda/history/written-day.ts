import { historyKey, manifestKey } from '../report/history-key';
import type { HistorySource } from '../report/history-source';
import { dayInputs, isSameList } from './day-inputs';
import { fittingManifest } from './fitting-manifest';
import type { HistoryStore } from './history-store';
import type { Manifest } from './manifest';
import { mayPass } from './unread-reason';
import { writerVersion } from './writer-version';

/** A day that is written as it should be, or why it has to be made. */
export type WrittenDay = { readonly manifest: Manifest } | { readonly why: string };

/** Holds a day's manifest against its file and against the objects as they are now. */
export async function writtenDay(
  store: HistoryStore,
  source: HistorySource,
  day: string,
): Promise<WrittenDay> {
  const stored = {
    manifest: await readOwn(store, manifestKey(source.name, day)),
    file: await readOwn(store, historyKey(source.name, day)),
  };
  const fitting = fittingManifest(source.name, day, stored);
  if ('why' in fitting) return fitting;
  const { manifest } = fitting;
  if (manifest.writer !== writerVersion) return { why: `it was written by ${manifest.writer}` };
  const { inputs, not_read } = manifest;
  const made = [...inputs, ...not_read].sort((one, other) =>
    Buffer.compare(Buffer.from(one.key), Buffer.from(other.key)),
  );
  if (!isSameList(made, await dayInputs(store, source, day))) return { why: 'its objects are others by now' };
  if (not_read.some(({ reason }) => mayPass(reason))) return { why: 'objects of it could not be read' };
  return { manifest };
}

/** An object of the history; null where it cannot be read, since making it again is all that helps. */
function readOwn(store: HistoryStore, key: string): Promise<Uint8Array | null | undefined> {
  return store.read(key).catch(() => null);
}
