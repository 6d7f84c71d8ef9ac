import { dayPath } from './object-key';

const dayMs = 86_400_000;

/** The same time so many days before. */
export function daysBefore(date: Date, days: number): Date {
  return new Date(date.getTime() - days * dayMs);
}

/** Every day from one back to another, both included, as `yyyy/MM/dd`. */
export function daysBack(from: Date, to: Date): readonly string[] {
  const days: string[] = [];
  for (let day = from; day >= to; day = daysBefore(day, 1)) days.push(dayPath(day));
  return days;
}
