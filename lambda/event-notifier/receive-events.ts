import { messageOf } from '../shared/runtime/message-of';
import { readCredentialEvent, type CredentialEvent } from './credential-event';
import type { EventQueue, QueuedEvent } from './event-queue';

/** Messages of one run; the rest of a larger burst is for the next one. */
const maxMessages = 2_000;

export interface ReceivedEvent {
  readonly event: CredentialEvent;
  /** Every copy of it. */
  readonly messages: readonly QueuedEvent[];
}

/** Takes what the queue has while there is time, copies of an event together; what is no event is named. */
export async function receiveEvents(
  queue: EventQueue,
  remainingMs: () => number,
): Promise<{ events: ReceivedEvent[]; unreadable: string[] }> {
  const messages: QueuedEvent[] = [];
  while (messages.length < maxMessages && remainingMs() > 0) {
    const some = await queue.receive();
    if (some.length === 0) break;
    messages.push(...some);
  }
  const byId = new Map<string, { event: CredentialEvent; messages: QueuedEvent[] }>();
  const unreadable: string[] = [];
  for (const message of messages) {
    try {
      const event = readCredentialEvent(message.body);
      const known = byId.get(event.id);
      if (known === undefined) byId.set(event.id, { event, messages: [message] });
      else known.messages.push(message);
    } catch (error) {
      unreadable.push(messageOf(error));
    }
  }
  return { events: [...byId.values()], unreadable };
}
