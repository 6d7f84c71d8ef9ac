import { historyKey, historyPrefix, manifestKey } from '../report/history-key';
import { type HistorySource, historySources } from '../report/history-source';
import { daysBack, daysBefore } from '../report/days-before';
import { recentDays } from './contract';
import type { HistoryStore } from './history-store';

/** One file to write. */
export interface FileOfDay {
  readonly source: HistorySource;
  /** `yyyy/MM/dd`. */
  readonly day: string;
}

/**
 * Days before the recent ones that lack history, newest first, back to the first under which there is an object. Every source of a
 * day is written, and a day without any object too: views take a day that nobody wrote for one that nobody knows.
 * What was written is not looked at.
 */
export async function olderDays(
  store: HistoryStore,
  today: Date,
  retentionDays: number,
): Promise<readonly FileOfDay[]> {
  const newest = daysBefore(today, recentDays + 1);
  const last = daysBefore(today, Math.max(retentionDays, recentDays + 1));
  // Nobody's invented years are listed.
  const calendar = daysBack(newest, last);
  const held = new Set<string>();
  const written = new Set<string>();
  for (const source of historySources) {
    for (const key of await writtenKeys(store, source)) written.add(key);
    for (const month of new Set(calendar.map((day) => day.slice(0, 7))))
      for (const day of await store.days(source.name, month)) held.add(day);
  }
  // A member may put what is no day.
  const oldest = calendar.findLastIndex((day) => held.has(day));
  return calendar
    .slice(0, oldest + 1)
    .flatMap((day) => historySources.map((source) => ({ source, day })))
    .filter(({ source, day }) =>
      [historyKey, manifestKey].some((keyOf) => !written.has(keyOf(source.name, day))),
    );
}

async function writtenKeys(store: HistoryStore, { name }: HistorySource): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for await (const { key } of store.list(`${historyPrefix(name)}/`)) keys.add(key);
  return keys;
}
