import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { s3ReportStore } from '../collector/report-store';
import { deliveryKey } from '../report/object-key';
import type { DeliveryRecord, DeliveryRecords } from './delivery-record';

/** Delivery records as objects of the central bucket. */
export function s3DeliveryRecords(
  s3: Pick<S3Client, 'send'>,
  bucket: string,
  bucketOwner: string,
): DeliveryRecords {
  const store = s3ReportStore(s3, bucket, bucketOwner);
  const keyOf = ({ period, channel }: DeliveryRecord) => deliveryKey(period, channel);
  const json = (record: DeliveryRecord) => `${JSON.stringify(record)}\n`;
  return {
    async begin(record) {
      const outcome = await store.putNew(keyOf(record), json(record), 'application/json');
      return outcome === 'stored' ? 'begun' : 'exists';
    },
    end: (record) => store.replace(keyOf(record), json(record), 'application/json'),
    async read(period, channel) {
      const key = deliveryKey(period, channel);
      try {
        const { Body } = await s3.send(
          new GetObjectCommand({ Bucket: bucket, ExpectedBucketOwner: bucketOwner, Key: key }),
        );
        return JSON.parse((await Body?.transformToString()) ?? '') as DeliveryRecord;
      } catch (error) {
        // S3 says so only to who may list the bucket, as who asks Athena may; everybody else is denied.
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
  };
}
