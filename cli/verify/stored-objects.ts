import { prefixes } from '../../lambda/report/object-key';
import type { DataFolder } from '../../local/athena/data-folder';
import { isCalendarDay } from '../../lambda/report/calendar-day';

/** One object of the bucket that belongs to an account and a day by its key. */
export interface AccountObject {
  readonly key: string;
  /** `YYYY-MM-DD`; undefined when the key does not tell a day up to today. */
  readonly day: string | undefined;
  readonly accountId: string | undefined;
}

const shapes = {
  [prefixes.reports]: /^credential-reports\/(\d{4}\/\d{2}\/\d{2})\/(\d{12})-[^/]*\.csv$/,
  [prefixes.facts]: /^user-facts\/(\d{4}\/\d{2}\/\d{2})\/(\d{12})\.jsonl$/,
  [prefixes.runs]: /^collection-runs\/(\d{4}\/\d{2}\/\d{2})\/(\d{12})\.json$/,
} as const;

/** Every object below one prefix that a query would find, in the order of the keys. */
export function storedObjects(folder: DataFolder, prefix: keyof typeof shapes, now: Date): AccountObject[] {
  const today = now.toISOString().slice(0, 10);
  return [...folder.objects(prefix)].sort().map((key) => {
    const [, path = '', accountId] = shapes[prefix].exec(key) ?? [];
    const day = path.replaceAll('/', '-');
    return isCalendarDay(day) && day <= today
      ? { key, day, accountId }
      : { key, day: undefined, accountId: undefined };
  });
}
