import type { Call } from '../call';
import { ServiceError } from '../service-error';
import { bucketOf, type Buckets } from './bucket';
import { authorizeKey } from './encryption';
import { onlyHeaders } from './known-headers';
import { s3Permission } from './permission';
import type { S3Input, S3Output } from './protocol';

/** GetObject and HeadObject, whole objects only. */
export async function readObject(
  call: Call<S3Input>,
  buckets: Buckets,
  action: 'GetObject' | 'HeadObject',
): Promise<S3Output> {
  const { headers, key } = call.input;
  onlyHeaders(headers, action, /^x-amz-checksum-mode$/);
  const bucket = bucketOf(buckets, call);
  await call.authorize(s3Permission(call, bucket, 'GetObject', key));
  const object = await bucket.objects.get(key);
  if (object === undefined) {
    // Who may not list the bucket does not learn whether the key exists.
    if (!(await call.may(s3Permission(call, bucket, 'ListBucket'))))
      throw new ServiceError('AccessDenied', 403, 'Access Denied');
    throw new ServiceError('NoSuchKey', 404, 'The specified key does not exist.', { Key: key });
  }
  await authorizeKey(call, bucket, 'Decrypt', object.headers);
  const wantsChecksums = headers['x-amz-checksum-mode'] === 'ENABLED';
  const stored = Object.entries(object.headers).filter(
    ([name]) => wantsChecksums || !name.startsWith('x-amz-checksum-'),
  );
  return {
    headers: {
      'accept-ranges': 'bytes',
      'content-type': 'binary/octet-stream',
      ...Object.fromEntries(stored),
      etag: object.etag,
      'last-modified': object.modifiedAt.toUTCString(),
      'content-length': String(object.bytes.length),
    },
    body: action === 'HeadObject' ? '' : object.bytes,
  };
}
