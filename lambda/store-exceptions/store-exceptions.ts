import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { CustomResourceEvent, CustomResourceResult } from '../shared/custom-resource/event';
import { exceptionsKey } from '../report/object-key';
import type { StoreExceptionsProperties } from './contract';

export const exceptionsId = 'reviewed-exceptions';

/** Puts the list where the table `exception` reads it. Deleting the resource leaves it, as everything in the bucket. */
export async function storeExceptions(
  event: Pick<CustomResourceEvent, 'RequestType' | 'ResourceProperties'>,
  s3: Pick<S3Client, 'send'>,
): Promise<CustomResourceResult> {
  if (event.RequestType !== 'Delete') {
    const { Bucket, BucketOwner, Csv } = event.ResourceProperties as unknown as StoreExceptionsProperties;
    await s3.send(
      new PutObjectCommand({
        Bucket,
        ExpectedBucketOwner: BucketOwner,
        Key: exceptionsKey,
        Body: Csv,
        ContentType: 'text/csv',
      }),
    );
  }
  return { physicalResourceId: exceptionsId };
}
