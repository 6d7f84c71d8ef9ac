import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import type { OwnedBucket } from './owned-bucket';

/**
 * An object's bytes; undefined when there is none.
 * @throws AccessDenied also for an object that is not there, to whoever may not list the bucket
 */
export async function readObject(
  s3: Pick<S3Client, 'send'>,
  bucket: OwnedBucket,
  key: string,
): Promise<Uint8Array | undefined> {
  try {
    const { Body } = await s3.send(
      new GetObjectCommand({ Bucket: bucket.name, ExpectedBucketOwner: bucket.owner, Key: key }),
    );
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}
