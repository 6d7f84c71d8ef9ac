import type { Call } from '../call';
import { ServiceError } from '../service-error';
import { header } from '../wire';
import type { BucketFolder } from './folder';
import type { S3Input } from './protocol';

/** A bucket, stored as a folder laid out as the bucket: a key is a path in it. */
export interface BucketData {
  readonly name: string;
  readonly folder: string;
  readonly ownerAccountId: string;
  /** Calls signed for another region are refused. @default every region is answered */
  readonly region?: string;
  /** The bucket's default encryption key; its use is a permission of its own. @default S3's own keys */
  readonly kmsKeyArn?: string;
  /** Whether S3 asks for the key per bucket instead of per object. @default false */
  readonly bucketKey?: boolean;
}

export interface Bucket {
  readonly data: BucketData;
  readonly objects: BucketFolder;
}

export type Buckets = ReadonlyMap<string, Bucket>;

/** The bucket of a call, in its region and owned by whom the caller expects. */
export function bucketOf(buckets: Buckets, call: Call<S3Input>): Bucket {
  const { input, region } = call;
  const bucket = buckets.get(input.bucket);
  if (bucket === undefined)
    throw new ServiceError('NoSuchBucket', 404, 'The specified bucket does not exist', {
      BucketName: input.bucket,
    });
  const { region: home = region, ownerAccountId } = bucket.data;
  if (home !== region)
    throw new ServiceError(
      'AuthorizationHeaderMalformed',
      400,
      `The authorization header is malformed; the region '${region}' is wrong; expecting '${home}'`,
      { Region: home },
    );
  const expected = header(input.headers, 'x-amz-expected-bucket-owner') ?? ownerAccountId;
  if (expected !== ownerAccountId) throw new ServiceError('AccessDenied', 403, 'Access Denied');
  return bucket;
}
