import { AthenaClient } from '@aws-sdk/client-athena';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { eventsRegion } from './contract';
import { notifierDependencies } from './notifier-dependencies';
import { runNotifier } from './run-notifier';

export async function handler(_event: unknown, context: { getRemainingTimeInMillis(): number }) {
  const clients = {
    athena: new AthenaClient({}),
    // A put whose answer got lost and that is tried again looks like a copy of an event that was told.
    s3: new S3Client({ maxAttempts: 1 }),
    sqs: new SQSClient({ region: eventsRegion, useQueueUrlAsEndpoint: false }),
  };
  const remainingMs = () => context.getRemainingTimeInMillis();
  await runNotifier(notifierDependencies(clients, process.env, remainingMs));
}
