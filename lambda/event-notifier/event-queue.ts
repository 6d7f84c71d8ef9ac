/** A message of the queue. */
export interface QueuedEvent {
  readonly body: string;
  /** Names this delivery of the message, to remove it. */
  readonly receipt: string;
  /** 1 on the first delivery. */
  readonly receiveCount: number;
  /** When it came into the queue. */
  readonly sentAt: Date;
}

export interface EventQueue {
  /** Some messages, none when the queue is empty. */
  receive(): Promise<readonly QueuedEvent[]>;
  remove(messages: readonly QueuedEvent[]): Promise<unknown>;
}
