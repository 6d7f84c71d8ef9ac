import { historyKey, manifestKey } from '../report/history-key';
import type { HistorySource } from '../report/history-source';
import { sha256Of } from '../report/sha256';
import { dayInputs, isSameList } from './day-inputs';
import type { HistoryStore } from './history-store';
import { type Manifest, parseManifest } from './manifest';
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
  const stored = await readOwn(store, manifestKey(source.name, day));
  if (stored === undefined) return { why: 'it was not written' };
  const manifest = stored && parseManifest(stored);
  if (!manifest) return { why: 'its manifest cannot be read' };
  if (manifest.source !== source.name || manifest.day !== day)
    return { why: `its manifest is of ${manifest.source}/${manifest.day}` };
  if (manifest.writer !== writerVersion) return { why: `it was written by ${manifest.writer}` };
  const file = await readOwn(store, historyKey(source.name, day));
  if (file === undefined) return { why: 'its file is missing' };
  if (file === null) return { why: 'its file cannot be read' };
  if (file.length !== manifest.bytes || sha256Of(file) !== manifest.sha256)
    return { why: 'its file does not fit its manifest' };
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
