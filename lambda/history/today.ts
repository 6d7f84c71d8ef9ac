import { scheduledTime } from '../shared/runtime/scheduled-time';

/**
 * The day from which a run looks back: that of the clock, or of the time that it was scheduled for when that is earlier. So a
 * clock ahead of its time writes no day that is not over.
 * @throws Error for a scheduled time that is none
 */
export function todayOf(event: unknown, now: Date): Date {
  const { scheduled_at: value } = Object(event) as { readonly scheduled_at?: unknown };
  const scheduled = scheduledTime(value, now, '2026-11-22T05:30:00Z');
  return scheduled < now ? scheduled : now;
}
