/** What the bucket keeps about one delivery: one digest of one period to one channel. */
export interface DeliveryRecord {
  readonly period: string;
  readonly channel: string;
  /** `sending` for longer than a run takes means that the run broke off: nobody knows whether it arrived. */
  readonly status: 'sending' | 'sent' | 'failed';
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Why it failed; null otherwise. */
  readonly error: string | null;
}

/** Where those records lie. */
export interface DeliveryRecords {
  /** Puts a record unless there is one, and tells whether it did. */
  begin(record: DeliveryRecord): Promise<'begun' | 'exists'>;
  end(record: DeliveryRecord): Promise<unknown>;
  read(period: string, channel: string): Promise<DeliveryRecord>;
}
