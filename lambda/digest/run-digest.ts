import type { Ask } from '../../athena-ddl/question';
import type { Channel } from '../shared/messages/channel';
import { eachChannel } from '../shared/messages/each-channel';
import { messageOf } from '../shared/runtime/message-of';
import { composeDeliveries, type Composed } from './compose-deliveries';
import { composeFailure } from './compose-failure';
import type { MessageContext } from '../shared/messages/message-context';
import { deliver, type DeliverDependencies } from './deliver';
import { isWaiting } from './delivery-record';
import type { DigestPeriod } from './period';
import { recipientsOf, type OwnerChannels } from './recipients';

export interface RunDigestDependencies extends DeliverDependencies {
  readonly ask: Ask;
  readonly channels: readonly Channel[];
  readonly owners?: OwnerChannels;
  readonly context: MessageContext;
}

/** One of the runs of a period: there is one every day, and retries. */
export interface DigestRun {
  readonly period: DigestPeriod;
  readonly scheduledAt: Date;
}

/** The digest did not reach everybody, or could not be made. */
export class DigestError extends Error {
  override readonly name = 'DigestError';
}

/**
 * Makes the digest of a period and sends it to every channel that has none yet; asks nothing when every channel has it.
 * A digest that cannot be made, or knows no report, is announced once a period, and tried again by every run.
 * @returns names of the channels that got it now
 * @throws DigestError, so that the invocation fails and the alarm notifies
 */
export async function runDigest(
  deps: RunDigestDependencies,
  { period, scheduledAt }: DigestRun,
): Promise<string[]> {
  const { chosen: waiting, problems: former } = await eachChannel(
    recipientsOf(deps.channels, deps.owners),
    async ({ channel }) => isWaiting(await deps.records.read(period.id, channel.name), scheduledAt),
  );
  let composed: Composed;
  try {
    composed = await composeDeliveries(deps.ask, waiting, period, deps.context);
  } catch (error) {
    const message = messageOf(error);
    const document = composeFailure(period, message, deps.context);
    // Owners have nothing to repair; who has the digest of the period gets no notice that there is none.
    const notices = waiting
      .filter(({ owner }) => owner === undefined)
      .map(({ channel }) => ({ channel, document }));
    // Under a period of its own: a later run that succeeds still sends the digest.
    const { problems } = await deliver(notices, { period: `${period.id}-failure`, scheduledAt }, deps);
    throw new DigestError(
      [`the digest of ${period.id} could not be made: ${message}`, ...former, ...problems].join('; '),
    );
  }
  // Without any report, as on the day of the installation, it is not yet the digest of the period: a later run sends that.
  const id = composed.hasReports ? period.id : `${period.id}-without-reports`;
  const { chosen: sent, problems } = await deliver(composed.deliveries, { period: id, scheduledAt }, deps);
  const failed = [...former, ...problems];
  if (failed.length > 0) {
    throw new DigestError(`the digest of ${period.id} did not reach everybody: ${failed.join('; ')}`);
  }
  return sent.map(({ channel }) => channel.name);
}
