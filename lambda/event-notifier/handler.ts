import { AthenaClient } from '@aws-sdk/client-athena';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { eventsRegion } from './contract';
import { notifierDependencies } from './notifier-dependencies';
import { runNotifier } from './run-notifier';

export async function handler(_event: unknown, context: { getRemainingTimeInMillis(): number }) {
  const clients = {
    athena: new AthenaClient({}),
    s3: new S3Client({}),
    sqs: new SQSClient({ region: eventsRegion, useQueueUrlAsEndpoint: false }),
  };
  const remainingMs = () => context.getRemainingTimeInMillis();
  await runNotifier(notifierDependencies(clients, process.env, remainingMs));
}
