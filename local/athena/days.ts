import { isCalendarDay } from '../../lambda/report/calendar-day';
import { DayRangeError, NoDayInRangeError } from './errors';

/** The last so many days up to the newest one, or ISO days (`YYYY-MM-DD`), both ends included. */
export type DayRange = { readonly last: number } | { readonly from?: string; readonly to?: string };

/** The value as an ISO day; anything that the calendar does not know is refused. */
export function isoDay(value: string, what: string): string {
  if (!isCalendarDay(value)) {
    throw new DayRangeError(`${what} must be a day as YYYY-MM-DD, received ${JSON.stringify(value)}`);
  }
  return value;
}

/** Days of `existing` (sorted) that lie in the range and not after `asOf`. */
export function daysInRange(
  existing: readonly string[],
  asOf: string,
  range: DayRange | undefined,
): readonly string[] {
  const { from, to } = bounds(asOf, range ?? {});
  const days = existing.filter((day) => day >= from && day <= to && day <= asOf);
  if (days.length === 0) {
    throw new NoDayInRangeError(
      `no day from ${from || 'the beginning'} to ${to < asOf ? to : asOf}: the folder has ${existing.length} days, ` +
        `${existing.at(0)} to ${existing.at(-1)}`,
    );
  }
  return days;
}

function bounds(asOf: string, range: DayRange): { from: string; to: string } {
  if ('last' in range) {
    if (!Number.isInteger(range.last) || range.last < 1) {
      throw new DayRangeError(`the number of days must be a whole number from 1, received ${range.last}`);
    }
    const from = new Date(Date.parse(`${asOf}T00:00:00Z`) - (range.last - 1) * 86_400_000);
    return { from: from.toISOString().slice(0, 10), to: asOf };
  }
  const from = range.from === undefined ? '' : isoDay(range.from, 'the first day');
  const to = range.to === undefined ? '9999-12-31' : isoDay(range.to, 'the last day');
  if (from > to) throw new DayRangeError(`the first day ${from} lies after the last day ${to}`);
  return { from, to };
}
