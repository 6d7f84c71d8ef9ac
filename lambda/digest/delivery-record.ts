/** What the bucket keeps about one delivery: one digest of one period to one channel. */
export interface DeliveryRecord {
  readonly period: string;
  readonly channel: string;
  /** `sending` for longer than a run takes means that the run broke off: nobody knows whether it arrived. */
  readonly status: 'sending' | 'sent' | 'failed';
  /** ISO 8601, UTC. The time that its run was scheduled for; decides the day on which its failure is reported. */
  readonly scheduled_at: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Why it failed; null otherwise. */
  readonly error: string | null;
  /** Of this delivery: who puts a record knows it again by it. */
  readonly id: string;
}

/** Where those records lie. */
export interface DeliveryRecords {
  /** Puts a record unless there is one, and tells whether it did. */
  begin(record: DeliveryRecord): Promise<'begun' | 'exists'>;
  end(record: DeliveryRecord): Promise<unknown>;
  /** The record of a period and channel; undefined when there is none. */
  read(period: string, channel: string): Promise<DeliveryRecord | undefined>;
}

/**
 * Whether a channel still waits for the message of a period, by the record that an earlier run left.
 * @throws Error within the day of a run that failed or broke off, so that its retries fail as well. Runs of later days
 * leave it alone: the alarm notified of it, and it may have arrived
 */
export function isWaiting(former: DeliveryRecord | undefined, scheduledAt: Date): boolean {
  if (former === undefined) return true;
  if (former.status === 'sent') return false;
  if (dayOf(new Date(former.scheduled_at)) < dayOf(scheduledAt)) return false;
  throw new Error(
    former.status === 'failed'
      ? `was not delivered at ${former.at} and is not sent twice: ${former.error ?? ''}`
      : `a run broke off while sending at ${former.at}, it may have arrived and is not sent twice`,
  );
}

/** `2026-11-23`, in UTC. */
function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}
