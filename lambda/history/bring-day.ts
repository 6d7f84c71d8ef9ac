import type { HistorySource } from '../report/history-source';
import type { HistoryStore } from './history-store';
import type { Manifest } from './manifest';
import { writeDay } from './write-day';
import { writtenDay } from './written-day';

/** A day of the history as it is now, and why it was made; undefined when it was kept. */
export interface BroughtDay {
  readonly manifest: Manifest;
  readonly why: string | undefined;
}

/**
 * Makes a day unless it is written as it should be.
 * @throws what `writeDay` throws, and what the store throws
 */
export async function bringDay(store: HistoryStore, source: HistorySource, day: string): Promise<BroughtDay> {
  const written = await writtenDay(store, source, day);
  if ('manifest' in written) return { manifest: written.manifest, why: undefined };
  return { manifest: await writeDay(store, source, day), why: written.why };
}
