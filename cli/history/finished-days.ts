import { historySources } from '../../lambda/report/history-source';
import type { DataFolder } from '../../local/athena/data-folder';
import { daysInRange } from '../../local/athena/days';
import type { AskedDays } from '../day-options';

/** The days of a folder that can be written, newest first, and those that are not over. ISO days. */
export interface FinishedDays {
  readonly days: readonly string[];
  readonly unfinished: readonly string[];
}

/** @throws NoDayInRangeError when none of the days asked for is there and over */
export function finishedDays(folder: DataFolder, asked: AskedDays, now: Date): FinishedDays {
  const today = now.toISOString().slice(0, 10);
  const all = [...new Set(historySources.flatMap(({ name }) => folder.days(name).days))].sort();
  const over = all.filter((day) => day < today);
  const newest = over.at(-1);
  const days = newest === undefined ? [] : daysInRange(over, newest, asked);
  return { days: [...days].reverse(), unfinished: all.filter((day) => day >= today) };
}
