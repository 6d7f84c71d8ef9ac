import { GetObjectCommand, NoSuchKey, type GetObjectCommandOutput, type S3Client } from '@aws-sdk/client-s3';
import type { OwnedBucket } from './owned-bucket';

type Reader = Pick<S3Client, 'send'>;

/**
 * An object's bytes; undefined when there is none.
 * @throws AccessDenied also for an object that is not there, to whoever may not list the bucket
 */
export async function readObject(
  s3: Reader,
  bucket: OwnedBucket,
  key: string,
): Promise<Uint8Array | undefined> {
  const found = await getObject(s3, bucket, key);
  return found && ((await found.Body?.transformToByteArray()) ?? new Uint8Array());
}

/**
 * An object's bytes while they are those of its entity tag; undefined when it is another one by now, of which nothing is
 * taken over, however large it is.
 */
export async function readVersion(
  s3: Reader,
  bucket: OwnedBucket,
  { key, etag, size }: { readonly key: string; readonly etag: string; readonly size: number },
  abortSignal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const found = await getObject(s3, bucket, key, abortSignal);
  if (found === undefined) return undefined;
  const { Body, ETag, ContentLength } = found;
  if (ETag === etag && ContentLength === size)
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  (Body as { destroy?: () => void } | undefined)?.destroy?.();
  return undefined;
}

async function getObject(
  s3: Reader,
  { name, owner }: OwnedBucket,
  Key: string,
  abortSignal?: AbortSignal,
): Promise<GetObjectCommandOutput | undefined> {
  const command = new GetObjectCommand({ Bucket: name, ExpectedBucketOwner: owner, Key });
  try {
    return await s3.send(command, abortSignal === undefined ? {} : { abortSignal });
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}
