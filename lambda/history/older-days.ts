import { isCalendarDay } from '../report/calendar-day';
import { historyKey, historyPrefix, manifestKey } from '../report/history-key';
import { type HistorySource, historySources } from '../report/history-source';
import { dayPath } from '../report/object-key';
import { daysBefore } from '../report/days-before';
import { recentDays } from './contract';
import type { HistoryStore } from './history-store';

/** One file to write. */
export interface FileOfDay {
  readonly source: HistorySource;
  /** `yyyy/MM/dd`. */
  readonly day: string;
}

/** Days before the recent ones that have objects and no history, newest first. What was written is not looked at. */
export async function olderDays(
  store: HistoryStore,
  today: Date,
  retentionDays: number,
): Promise<readonly FileOfDay[]> {
  const first = daysBefore(today, recentDays + 1);
  const last = daysBefore(today, Math.max(retentionDays, recentDays + 1));
  const files: FileOfDay[] = [];
  for (const source of historySources) {
    const written = await writtenKeys(store, source);
    for (const month of months(first, last)) {
      const days = await store.days(source.name, month);
      files.push(
        ...days
          // A member may put what is no day.
          .filter(
            (day) => isCalendarDay(day.replaceAll('/', '-')) && day <= dayPath(first) && day >= dayPath(last),
          )
          .filter((day) => [historyKey, manifestKey].some((keyOf) => !written.has(keyOf(source.name, day))))
          .map((day) => ({ source, day })),
      );
    }
  }
  return files.sort((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0));
}

async function writtenKeys(store: HistoryStore, { name }: HistorySource): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for await (const { key } of store.list(`${historyPrefix(name)}/`)) keys.add(key);
  return keys;
}

/** `yyyy/MM` from one day back to another, so that nobody's invented years are listed. */
function months(first: Date, last: Date): readonly string[] {
  const all = new Set<string>();
  for (let day = first; day >= last; day = daysBefore(day, 1)) all.add(dayPath(day).slice(0, 7));
  return [...all];
}
