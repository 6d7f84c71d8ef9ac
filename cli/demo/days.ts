/** Days of the demo, `YYYY-MM-DD`. They are fixed, so that every run writes the same bytes. */
export const firstDay = '2026-10-24';
export const lastDay = '2026-11-22';

/** The first day with facts beside the reports: the demo's organization collects them for a week. */
export const firstFactsDay = '2026-11-16';

const msPerDay = 86_400_000;

/** Every day from one to another, both included, with steps of so many days. */
export function daysBetween(from: string, to: string, step = 1): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += step * msPerDay) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

/** The day so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * msPerDay).toISOString().slice(0, 10);
}

export const demoDays: readonly string[] = daysBetween(firstDay, lastDay);
