import type { Channel } from '../shared/messages/channel';
import { eachChannel, type ChannelOutcomes } from '../shared/messages/each-channel';
import type { Document } from '../shared/messages/document';
import { messageOf } from '../shared/runtime/message-of';
import { isWaiting, type DeliveryRecord, type DeliveryRecords } from './delivery-record';

export interface DeliverDependencies {
  readonly records: DeliveryRecords;
  readonly now: () => Date;
  /** Another one with every call. */
  readonly newId: () => string;
}

/** One message for one channel. */
export interface Delivery {
  readonly channel: Channel;
  readonly document: Document;
}

/** What the records of a run say. */
export interface RecordedRun {
  /** The period that its records lie under. */
  readonly period: string;
  readonly scheduledAt: Date;
}

/**
 * Sends every message, each to its channel at most once for a period: the record is put before the message is sent.
 * @returns what was sent now, and what went wrong
 */
export function deliver(
  deliveries: readonly Delivery[],
  run: RecordedRun,
  deps: DeliverDependencies,
): Promise<ChannelOutcomes<Delivery>> {
  return eachChannel(deliveries, (delivery) => deliverOne(delivery, run, deps));
}

/** @returns false when an earlier run has done it */
async function deliverOne(
  { channel, document }: Delivery,
  { period, scheduledAt }: RecordedRun,
  { records, now, newId }: DeliverDependencies,
): Promise<boolean> {
  const id = newId();
  const record = (status: DeliveryRecord['status'], error: string | null = null): DeliveryRecord => ({
    period,
    channel: channel.name,
    status,
    scheduled_at: scheduledAt.toISOString(),
    at: now().toISOString(),
    error,
    id,
  });
  if ((await records.begin(record('sending'))) === 'exists') {
    const former = await records.read(period, channel.name);
    // A put whose answer got lost is tried again by the SDK, and finds what it put.
    if (former?.id !== id) {
      if (isWaiting(former, scheduledAt)) throw new Error(`its record of ${period} was there and is gone`);
      return false;
    }
  }
  try {
    await channel.send(document);
  } catch (error) {
    const message = messageOf(error);
    try {
      await records.end(record('failed', message));
    } catch (unrecorded) {
      // Why it was not sent matters more than why that could not be written down.
      throw new Error(`${message}; nor could its record be put`, { cause: unrecorded });
    }
    throw error;
  }
  await records.end(record('sent'));
  return true;
}
