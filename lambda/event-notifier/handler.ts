import { AthenaClient } from '@aws-sdk/client-athena';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { QueryTexts } from '../athena/ask-queries';
import { eventsRegion } from './contract';
import { notifierDependencies } from './notifier-dependencies';
import { runNotifier } from './run-notifier';

declare const queryTexts: QueryTexts;

export async function handler(_event: unknown, context: { getRemainingTimeInMillis(): number }) {
  const clients = {
    athena: new AthenaClient({}),
    s3: new S3Client({}),
    sqs: new SQSClient({ region: eventsRegion, useQueueUrlAsEndpoint: false }),
  };
  const remainingMs = () => context.getRemainingTimeInMillis();
  await runNotifier(notifierDependencies(clients, queryTexts, process.env, remainingMs));
}
