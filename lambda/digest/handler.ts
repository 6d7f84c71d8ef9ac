import { randomUUID } from 'node:crypto';
import { AthenaClient } from '@aws-sdk/client-athena';
import { S3Client } from '@aws-sdk/client-s3';
import { askAthena } from '../shared/athena/ask-athena';
import { channelsOf, topicChannel } from '../shared/messages/channels';
import { runtimeWaits } from '../shared/runtime/waits';
import { digestReserveMs, type DigestEvent } from './contract';
import { ownerChannels } from './owner-channels';
import { runDigest } from './run-digest';
import { s3DeliveryRecords } from './s3-delivery-records';
import { readSettings } from './settings';

export async function handler(event: DigestEvent, invocation: { getRemainingTimeInMillis(): number }) {
  const { run, bucket, owners, context, ...where } = readSettings(event, process.env, new Date());
  const remainingMs = () => invocation.getRemainingTimeInMillis() - digestReserveMs;
  const athena = new AthenaClient({});
  const deps = {
    ask: askAthena({ ...where, ...runtimeWaits, athena, remainingMs }),
    channels: channelsOf(process.env),
    records: s3DeliveryRecords(new S3Client({}), bucket, runtimeWaits),
    now: () => new Date(),
    newId: randomUUID,
    context,
    ...(owners === undefined ? {} : { owners: ownerChannels(owners, topicChannel) }),
  };
  const sent = await runDigest(deps, run);
  console.log(JSON.stringify({ period: run.period.id, sent }));
}
