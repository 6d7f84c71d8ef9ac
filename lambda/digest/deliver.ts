import type { Channel } from '../delivery/channel';
import type { Document } from '../message/document';
import type { DeliveryRecord, DeliveryRecords } from './delivery-record';

export interface DeliverDependencies {
  readonly records: DeliveryRecords;
  readonly now: () => Date;
}

/** One message for one channel. */
export interface Delivery {
  readonly channel: Channel;
  readonly document: Document;
}

/**
 * Sends every message, each to its channel at most once for a period: the record is put before the message is sent.
 * One channel that fails stops no other.
 * @returns what went wrong, one sentence a channel
 */
export async function deliver(
  deliveries: readonly Delivery[],
  period: string,
  deps: DeliverDependencies,
): Promise<string[]> {
  const outcomes = await Promise.allSettled(deliveries.map((delivery) => deliverOne(delivery, period, deps)));
  return outcomes.flatMap((outcome, index) => {
    if (outcome.status === 'fulfilled') return [];
    const { message } = outcome.reason instanceof Error ? outcome.reason : new Error(String(outcome.reason));
    return [`${deliveries[index]?.channel.name ?? ''}: ${message}`];
  });
}

async function deliverOne({ channel, document }: Delivery, period: string, deps: DeliverDependencies) {
  const record = (status: DeliveryRecord['status'], error: string | null = null): DeliveryRecord => ({
    period,
    channel: channel.name,
    status,
    at: deps.now().toISOString(),
    error,
  });
  if ((await deps.records.begin(record('sending'))) === 'exists') {
    const former = await deps.records.read(period, channel.name);
    if (former.status === 'sent') return;
    throw new Error(
      former.status === 'failed'
        ? `was not delivered at ${former.at} and is not sent twice: ${former.error ?? ''}`
        : `a run broke off while sending at ${former.at}, it may have arrived and is not sent twice`,
    );
  }
  try {
    await channel.send(document);
  } catch (error) {
    const { message } = error instanceof Error ? error : new Error(String(error));
    await deps.records.end(record('failed', message));
    throw error;
  }
  await deps.records.end(record('sent'));
}
