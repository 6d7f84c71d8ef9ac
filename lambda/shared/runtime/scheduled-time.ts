/**
 * The time that a run was scheduled for; `now` where the event says none.
 * @param example a time as it should be, for the error
 * @throws Error for a value that is no such time
 */
export function scheduledTime(value: unknown, now: Date, example: string): Date {
  if (value === undefined) return now;
  const time = new Date(typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? value : NaN);
  if (Number.isNaN(time.getTime()))
    throw new Error(`scheduled_at must be a time such as ${example}, received ${JSON.stringify(value)}`);
  return time;
}
