import type { S3Client } from '@aws-sdk/client-s3';
import type { OwnedBucket } from '../shared/object-store/owned-bucket';
import { readObject } from '../shared/object-store/read-object';
import { s3ObjectStore } from '../shared/object-store/s3-object-store';
import type { Waits } from '../shared/runtime/waits';
import { deliveryKey } from '../report/object-key';
import type { DeliveryRecord, DeliveryRecords } from './delivery-record';

/** Delivery records as objects of the central bucket. */
export function s3DeliveryRecords(
  s3: Pick<S3Client, 'send'>,
  bucket: OwnedBucket,
  waits: Waits,
): DeliveryRecords {
  const store = s3ObjectStore(s3, bucket, waits);
  const keyOf = ({ period, channel }: DeliveryRecord) => deliveryKey(period, channel);
  const json = (record: DeliveryRecord) => `${JSON.stringify(record)}\n`;
  return {
    async begin(record) {
      const outcome = await store.putNew(keyOf(record), json(record), 'application/json');
      // Whose record it is when an answer got lost is for its id to say.
      return outcome === 'stored' ? 'begun' : 'exists';
    },
    end: (record) => store.replace(keyOf(record), json(record), 'application/json'),
    async read(period, channel) {
      // S3 says that there is none only to who may list the bucket, as who asks Athena may; everybody else is denied.
      const bytes = await readObject(s3, bucket, deliveryKey(period, channel));
      return bytes === undefined ? undefined : (JSON.parse(Buffer.from(bytes).toString()) as DeliveryRecord);
    },
  };
}
