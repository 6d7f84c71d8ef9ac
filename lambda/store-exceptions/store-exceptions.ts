import type { S3Client } from '@aws-sdk/client-s3';
import type { CustomResourceEvent, CustomResourceResult } from '../shared/custom-resource/event';
import { putObject } from '../shared/object-store/put-object';
import { whilePropagating, type PropagationWait } from '../shared/runtime/propagation';
import { exceptionsKey } from '../report/object-key';
import type { StoreExceptionsProperties } from './contract';

export const exceptionsId = 'reviewed-exceptions';

/** Puts the list where the table `exception` reads it. Deleting the resource leaves it, as everything in the bucket. */
export async function storeExceptions(
  event: Pick<CustomResourceEvent, 'RequestType' | 'ResourceProperties'>,
  s3: Pick<S3Client, 'send'>,
  wait: PropagationWait,
): Promise<CustomResourceResult> {
  if (event.RequestType !== 'Delete') {
    const { Bucket, BucketOwner, Csv } = event.ResourceProperties as unknown as StoreExceptionsProperties;
    const bucket = { name: Bucket, owner: BucketOwner };
    const put = { key: exceptionsKey, body: Csv, contentType: 'text/csv' };
    await whilePropagating(() => putObject(s3, bucket, put), wait);
  }
  return { physicalResourceId: exceptionsId };
}
