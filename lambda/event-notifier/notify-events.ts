import type { Channel } from '../delivery/channel';
import { composeEvents } from './compose-events';
import { readCredentialEvent, type CredentialEvent } from './credential-event';
import type { EventContext } from './event-context';

/** A message of the queue. */
export interface QueuedEvent {
  readonly body: string;
  /** Names this delivery of the message, to remove it. */
  readonly receipt: string;
  /** 1 on the first delivery. */
  readonly receiveCount: number;
}

export interface EventQueue {
  /** Some messages, none when the queue is empty. */
  receive(): Promise<readonly QueuedEvent[]>;
  remove(messages: readonly QueuedEvent[]): Promise<unknown>;
}

export interface NotifyDependencies {
  readonly queue: EventQueue;
  /** Keeps an event as it came, unless it is kept already. */
  readonly keep: (event: CredentialEvent) => Promise<'stored' | 'exists'>;
  readonly context: () => Promise<EventContext>;
  readonly channels: readonly Channel[];
  readonly remainingMs: () => number;
}

/** Events of one message; the rest of a larger burst is for the next run. */
const maxEvents = 2_000;
/** Kept free for keeping and telling what was received, in milliseconds. */
const reserveMs = 150_000;

/** Not everything that came could be read, or told to everybody. */
export class NotifyError extends Error {
  override readonly name = 'NotifyError';
}

/**
 * Empties the queue, keeps every event, and tells what is new in one message to every channel. An event is told at
 * least once: its message is removed after it was told. What cannot be read stays, for the dead-letter queue.
 * @returns how many events were told
 * @throws NotifyError naming what failed, after everything else was done
 */
export async function notifyEvents(deps: NotifyDependencies): Promise<number> {
  const { events, unreadable } = readAll(await receiveAll(deps));
  const fresh: CredentialEvent[] = [];
  for (const { event, messages } of events) {
    const kept = await deps.keep(event);
    // Kept before and never delivered before: a second copy of an event that was told. Delivered before: the run
    // that kept it broke off, so it may not have been told.
    if (kept === 'stored' || messages.some(({ receiveCount }) => receiveCount > 1)) fresh.push(event);
  }
  const problems = [...unreadable, ...(fresh.length === 0 ? [] : await tell(fresh, deps))];
  await deps.queue.remove(events.flatMap(({ messages }) => messages));
  if (problems.length > 0) throw new NotifyError(problems.join('; '));
  return fresh.length;
}

async function receiveAll({ queue, remainingMs }: NotifyDependencies): Promise<QueuedEvent[]> {
  const messages: QueuedEvent[] = [];
  while (messages.length < maxEvents && remainingMs() > reserveMs) {
    const some = await queue.receive();
    if (some.length === 0) break;
    messages.push(...some);
  }
  return messages;
}

interface ReadEvent {
  readonly event: CredentialEvent;
  /** Every copy of it. */
  readonly messages: readonly QueuedEvent[];
}

function readAll(messages: readonly QueuedEvent[]): { events: ReadEvent[]; unreadable: string[] } {
  const byId = new Map<string, { event: CredentialEvent; messages: QueuedEvent[] }>();
  const unreadable: string[] = [];
  for (const message of messages) {
    try {
      const event = readCredentialEvent(message.body);
      const known = byId.get(event.id);
      if (known === undefined) byId.set(event.id, { event, messages: [message] });
      else known.messages.push(message);
    } catch (error) {
      unreadable.push(error instanceof Error ? error.message : String(error));
    }
  }
  return { events: [...byId.values()], unreadable };
}

/** @throws NotifyError when no channel took it, so that the messages stay in the queue */
async function tell(events: readonly CredentialEvent[], deps: NotifyDependencies): Promise<string[]> {
  const document = composeEvents(events, await deps.context());
  const outcomes = await Promise.allSettled(deps.channels.map((channel) => channel.send(document)));
  const problems = outcomes.flatMap((outcome, index) =>
    outcome.status === 'fulfilled'
      ? []
      : [`${deps.channels[index]?.name ?? ''}: ${String((outcome.reason as Error).message)}`],
  );
  if (problems.length === deps.channels.length) {
    throw new NotifyError(`no channel took ${events.length} events: ${problems.join('; ')}`);
  }
  return problems;
}
