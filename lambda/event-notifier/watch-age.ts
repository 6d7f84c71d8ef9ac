import type { EventQueue } from './event-queue';

/** A queue, and for how long the oldest message that it handed over lay in it. */
export interface WatchedQueue {
  readonly queue: EventQueue;
  /** In seconds; 0 when nothing was handed over. */
  readonly oldestSeconds: () => number;
}

/** Remembers the oldest message. SQS itself tells an age only to CloudWatch, in the queue's own region. */
export function watchAge(queue: EventQueue, now: () => Date): WatchedQueue {
  let oldestMs = 0;
  return {
    queue: {
      async receive() {
        const messages = await queue.receive();
        for (const { sentAt } of messages) oldestMs = Math.max(oldestMs, now().getTime() - sentAt.getTime());
        return messages;
      },
      remove: (messages) => queue.remove(messages),
    },
    oldestSeconds: () => Math.floor(oldestMs / 1000),
  };
}
