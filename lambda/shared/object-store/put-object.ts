import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { ObjectBody } from './object-store';
import type { OwnedBucket } from './owned-bucket';

/** One object to put. */
export interface PutRequest {
  readonly key: string;
  readonly body: ObjectBody;
  readonly contentType: string;
}

/** The command that puts an object; every put of the product is made of it. */
export function putObjectCommand(
  { name: Bucket, owner: ExpectedBucketOwner }: OwnedBucket,
  { key: Key, body: Body, contentType: ContentType }: PutRequest,
  IfNoneMatch?: '*',
): PutObjectCommand {
  return new PutObjectCommand({ Bucket, ExpectedBucketOwner, Key, Body, ContentType, IfNoneMatch });
}

/** Puts an object in place of what is there. */
export function putObject(
  s3: Pick<S3Client, 'send'>,
  bucket: OwnedBucket,
  request: PutRequest,
): Promise<unknown> {
  return s3.send(putObjectCommand(bucket, request));
}
