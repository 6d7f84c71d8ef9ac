import type { AthenaClient } from '@aws-sdk/client-athena';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { askAthena } from '../shared/athena/ask-athena';
import { s3ObjectStore } from '../shared/object-store/s3-object-store';
import { channelsOf } from '../shared/messages/channels';
import { messageContext } from '../shared/messages/message-context';
import type { Environment } from '../shared/runtime/variable';
import { eventKey } from '../report/object-key';
import { runtimeWaits } from '../shared/runtime/waits';
import { notifierPauseSeconds, notifierReserveMs, notifierSendMs } from './contract';
import { readEventDetails } from './event-details';
import type { NotifierDependencies } from './run-notifier';
import { readSettings } from './settings';
import { messagesIn, sqsQueue } from './sqs-queue';

export interface NotifierClients {
  readonly athena: AthenaClient;
  readonly s3: S3Client;
  /** Of the region in which the queues are. */
  readonly sqs: SQSClient;
}

/**
 * What the notifier works with.
 * @param remainingMs milliseconds until the function's timeout
 * @throws Error naming a variable that is missing
 */
export function notifierDependencies(
  { athena, s3, sqs }: NotifierClients,
  environment: Environment,
  remainingMs: () => number,
): NotifierDependencies {
  const { bucket, queueUrl, deadLettersUrl, ...where } = readSettings(environment);
  const store = s3ObjectStore(s3, bucket, runtimeWaits);
  const ask = askAthena({
    ...where,
    athena,
    ...runtimeWaits,
    remainingMs: () => remainingMs() - notifierSendMs,
  });
  return {
    queue: sqsQueue(sqs, queueUrl),
    keep: ({ at, id, text }) => store.putNew(eventKey(at, id), `${text}\n`, 'application/json'),
    details: () => readEventDetails(ask),
    channels: channelsOf(environment, { maxPauseSeconds: notifierPauseSeconds }),
    context: messageContext(environment),
    remainingMs: () => remainingMs() - notifierReserveMs,
    deadLetters: () => messagesIn(sqs, deadLettersUrl),
    // Not console.log, which the runtime begins with a time and an id: a metric's line must be JSON alone.
    write: (line) => process.stdout.write(`${line}\n`),
    now: () => new Date(),
  };
}
