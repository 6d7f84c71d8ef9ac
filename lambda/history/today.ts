/**
 * The day from which a run looks back: that of the clock, or of the time that it was scheduled for when that is earlier. So a
 * clock ahead of its time writes no day that is not over.
 * @throws Error for a scheduled time that is none
 */
export function todayOf(event: unknown, now: Date): Date {
  const { scheduled_at: value } = Object(event) as { readonly scheduled_at?: unknown };
  if (value === undefined) return now;
  const scheduled = new Date(typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? value : NaN);
  if (Number.isNaN(scheduled.getTime()))
    throw new Error(
      `scheduled_at must be a time such as 2026-11-22T05:30:00Z, received ${JSON.stringify(value)}`,
    );
  return scheduled < now ? scheduled : now;
}
