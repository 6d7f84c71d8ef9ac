import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { s3ReportStore } from '../collector/report-store';
import { channelsOf } from '../delivery/channels';
import { eventKey } from '../report/object-key';
import { notifyEvents } from './notify-events';
import { readContext } from './read-context';
import { readSettings } from './settings';
import { sqsQueue } from './sqs-queue';

export async function handler(_event: unknown, context: { getRemainingTimeInMillis(): number }) {
  const { bucket, bucketOwner, bucketRegion, queueUrl } = readSettings(process.env);
  const s3 = new S3Client({ region: bucketRegion });
  const store = s3ReportStore(s3, bucket, bucketOwner);
  const told = await notifyEvents({
    queue: sqsQueue(new SQSClient({ useQueueUrlAsEndpoint: false }), queueUrl),
    keep: ({ at, id, text }) => store.putNew(eventKey(at, id), `${text}\n`, 'application/json'),
    context: () => readContext({ s3, bucket, bucketOwner, now: new Date() }),
    channels: channelsOf(process.env),
    remainingMs: () => context.getRemainingTimeInMillis(),
  });
  if (told > 0) console.log(JSON.stringify({ told }));
}
