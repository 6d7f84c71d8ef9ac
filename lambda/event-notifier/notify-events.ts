import type { Channel } from '../shared/messages/channel';
import { eachChannel } from '../shared/messages/each-channel';
import type { MessageContext } from '../shared/messages/message-context';
import type { PutOutcome } from '../shared/object-store/object-store';
import { inTurns } from '../shared/runtime/in-turns';
import { messageOf } from '../shared/runtime/message-of';
import { composeEvents } from './compose-events';
import type { CredentialEvent } from './credential-event';
import type { EventDetails } from './event-details';
import type { EventQueue } from './event-queue';
import { receiveEvents, type ReceivedEvent } from './receive-events';

export interface NotifyDependencies {
  readonly queue: EventQueue;
  /** Keeps an event as it came, unless it is kept already. */
  readonly keep: (event: CredentialEvent) => Promise<PutOutcome>;
  /** What is known of the events that were kept; never fails. */
  readonly details: () => Promise<EventDetails>;
  readonly channels: readonly Channel[];
  /** What the messages know of the organization and its pages. */
  readonly context: MessageContext;
  /** Milliseconds left for receiving. */
  readonly remainingMs: () => number;
}

/** So many events are kept at a time. */
const keptAtATime = 20;

/** Not everything that came could be read, kept, or reported to everybody. */
export class NotifyError extends Error {
  override readonly name = 'NotifyError';
}

/**
 * Empties the queue, keeps every event, and notifies people of what is new in one message to every channel. An event is reported at
 * least once: its message is removed after it was kept and reported. What cannot be read stays, for the dead-letter queue.
 * @returns how many events were reported
 * @throws NotifyError naming what failed, after everything else was done
 */
export async function notifyEvents(deps: NotifyDependencies): Promise<number> {
  const { events, unreadable } = await receiveEvents(deps.queue, deps.remainingMs);
  const outcomes = await keepAll(events, deps.keep);
  const unkept = outcomes.flatMap(({ error }) => error ?? []);
  const fresh = outcomes.filter(isNew).map(({ received }) => received.event);
  const undelivered = fresh.length === 0 ? [] : await notify(fresh, deps);
  await deps.queue.remove(
    outcomes.filter(({ error }) => error === undefined).flatMap(({ received }) => received.messages),
  );
  const problems = [
    ...unreadable,
    ...(unkept.length > 0
      ? [`${unkept.length === 1 ? 'an event' : `${unkept.length} events`} could not be kept: ${unkept[0]}`]
      : []),
    ...undelivered,
  ];
  if (problems.length > 0) throw new NotifyError(problems.join('; '));
  return fresh.length;
}

interface Kept {
  readonly received: ReceivedEvent;
  readonly outcome?: PutOutcome;
  /** Why it could not be kept. */
  readonly error?: string;
}

function keepAll(events: readonly ReceivedEvent[], keep: NotifyDependencies['keep']): Promise<Kept[]> {
  return inTurns(events, keptAtATime, async (received) => {
    try {
      return { received, outcome: await keep(received.event) };
    } catch (error) {
      return { received, error: messageOf(error) };
    }
  });
}

/**
 * Kept before and never delivered before: a second copy of an event that was reported. Delivered before: the run that kept
 * it broke off, so it may not have been reported. One that could not be kept is reported all the same.
 */
function isNew({ outcome, received }: Kept): boolean {
  return outcome !== 'exists' || received.messages.some(({ receiveCount }) => receiveCount > 1);
}

/** @throws NotifyError when no channel took it, so that the messages stay in the queue */
async function notify(
  events: readonly CredentialEvent[],
  deps: NotifyDependencies,
): Promise<readonly string[]> {
  const document = composeEvents(events, await deps.details(), deps.context);
  const { chosen: took, problems } = await eachChannel(
    deps.channels.map((channel) => ({ channel })),
    async ({ channel }) => {
      await channel.send(document);
      return true;
    },
  );
  if (took.length === 0) {
    throw new NotifyError(`no channel took ${events.length} events: ${problems.join('; ')}`);
  }
  return problems;
}
