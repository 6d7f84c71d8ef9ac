const dayMs = 86_400_000;

/** The same time so many days before. */
export function daysBefore(date: Date, days: number): Date {
  return new Date(date.getTime() - days * dayMs);
}
