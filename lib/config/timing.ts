import { collectorTimeoutSeconds } from '../../lambda/collector/contract';

/**
 * The times of a day's run and how they fit into each other: a function's timeout within the window over which the
 * accounts are spread, that within the 4 hours for which IAM hands out the same report, all of it within a UTC day.
 */

/**
 * The accounts are listed so many minutes before the collection starts; on the same day, so this is also its earliest
 * start in minutes after midnight.
 */
export const accountsLeadMinutes = 15;

/** How long Scheduler tries to start a function, in seconds; its default of a day would put a report under yesterday. */
export const maxScheduleAgeSeconds = 2 * 60 * 60;

/**
 * Hours without a sign of a daily run after which an alarm notifies: a day, the time that Scheduler and Lambda may be late,
 * and the hour that a metric rounds to. An alarm looks back at most 7 days, so what it watches has to run every day.
 */
export const silentHours = 28;

/** How long Lambda keeps a failed run for another try, in seconds. */
export const maxRetryAgeSeconds = 60 * 60;

/** Minutes after midnight at which the last try of the last account ends. */
export function lastRunEndsMinutes(startMinutes: number, spreadMinutes: number): number {
  return (
    startMinutes + spreadMinutes + (maxScheduleAgeSeconds + maxRetryAgeSeconds + collectorTimeoutSeconds) / 60
  );
}

/**
 * Coverage, digest and alarms come so many minutes after the collection starts: until 6 hours after it the view
 * `coverage` calls an account without a report pending, not missing.
 */
export const notifyDelayMinutes = 6 * 60 + 5;

/** Latest start of the collection in minutes after midnight, so that it is reported on the same day. */
export const latestStartMinutes = 24 * 60 - 5 - notifyDelayMinutes;

/**
 * Time of day in UTC at which the days before are written into the history: yesterday is over, whenever it was collected, and
 * digest and coverage check come later, whenever today is collected. All tries end hours before noon.
 */
export const historyAt = '05:30';

/** Time of day in UTC at which coverage knows who is missing; behind midnight for a late collection. */
export function completeAt(collectAt: string): string {
  return timeOfDay((parseTimeOfDay(collectAt) + notifyDelayMinutes) % (24 * 60));
}

/** Minutes after midnight of a time such as `03:00`. */
export function parseTimeOfDay(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

/** The other way round: `03:00`. */
export function timeOfDay(minutes: number): string {
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  return `${two(minutes / 60)}:${two(minutes % 60)}`;
}
