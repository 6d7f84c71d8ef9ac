import { counted, readableNumber } from '../../lambda/shared/text/counted';

/** A day such as `2026-11-22` in a sentence: `22 November 2026`. */
export function longDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** Whole days from one day to a later one. */
export function daysBetween(earlier: string, later: string): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / 86_400_000);
}

/** The period of a comparison, said in one way everywhere: `since 23 October 2026, 30 days ago`. */
export function sinceWords(since: string, asOf: string): string {
  return `since ${longDay(since)}, ${counted(daysBetween(since, asOf), 'day')} ago`;
}

/** The first few of a list, and how many more there are. */
export function firstOf(words: readonly string[], most: number): string {
  const more = words.length - most;
  return words.slice(0, most).join(', ') + (more > 0 ? ` and ${readableNumber(more)} more` : '');
}
