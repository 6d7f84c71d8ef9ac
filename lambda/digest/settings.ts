import type { OwnedBucket } from '../shared/object-store/owned-bucket';
import { variable, type Environment } from '../shared/runtime/variable';
import {
  digestEnvironment,
  type DigestEvent,
  type DigestInterval,
  digestIntervals,
  type OwnerTopics,
} from './contract';
import { messageContext, type MessageContext } from '../shared/messages/message-context';
import { periodOf } from './period';
import type { DigestRun } from './run-digest';

/** What one invocation is to do. */
export interface DigestSettings {
  readonly run: DigestRun;
  readonly bucket: OwnedBucket;
  readonly workGroup: string;
  readonly database: string;
  readonly owners: OwnerTopics | undefined;
  readonly context: MessageContext;
}

/**
 * Reads an invocation from its event and environment.
 * @throws Error naming what is missing or malformed
 */
export function readSettings(event: DigestEvent, environment: Environment, now: Date): DigestSettings {
  const required = (name: string) => variable(environment, name);
  const scheduledAt = event.scheduled_at === undefined ? now : new Date(event.scheduled_at);
  if (Number.isNaN(scheduledAt.getTime())) {
    throw new Error(
      `scheduled_at must be a time such as 2026-11-23T09:05:00Z, received ${JSON.stringify(event.scheduled_at)}`,
    );
  }
  const { attempt = 1 } = event;
  if (!Number.isInteger(attempt) || attempt < 1 || attempt > 99) {
    throw new Error(`attempt must be a whole number from 1 to 99, received ${JSON.stringify(attempt)}`);
  }
  const period = periodOf(intervalOf(required(digestEnvironment.every)), scheduledAt);
  const owners = environment[digestEnvironment.owners];
  return {
    run: {
      period: attempt === 1 ? period : { ...period, id: `${period.id}-attempt-${attempt}` },
      scheduledAt,
    },
    bucket: {
      name: required(digestEnvironment.bucket),
      owner: required(digestEnvironment.bucketOwner),
    },
    workGroup: required(digestEnvironment.workGroup),
    database: required(digestEnvironment.database),
    owners: owners === undefined ? undefined : (JSON.parse(owners) as OwnerTopics),
    context: messageContext(environment),
  };
}

function intervalOf(value: string): DigestInterval {
  const interval = digestIntervals.find((one) => one === value);
  if (interval !== undefined) return interval;
  throw new Error(`${digestEnvironment.every} is "${value}", allowed is ${digestIntervals.join(' or ')}`);
}
