import type { Call } from '../call';
import { ServiceError } from '../service-error';
import { bucketOf, type Buckets } from './bucket';
import { byteRange } from './byte-range';
import { authorizeKey } from './encryption';
import { onlyHeaders } from './known-headers';
import { s3Permission } from './permission';
import type { S3Input, S3Output } from './protocol';

/** GetObject and HeadObject, of whole objects or of one range of bytes. */
export async function readObject(
  call: Call<S3Input>,
  buckets: Buckets,
  action: 'GetObject' | 'HeadObject',
): Promise<S3Output> {
  const { headers, key } = call.input;
  onlyHeaders(headers, action, /^(range|x-amz-checksum-mode)$/);
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
  const { length } = object.bytes;
  const range = headers.range === undefined ? undefined : byteRange(headers.range, length);
  // A checksum is of the whole object.
  const wantsChecksums = headers['x-amz-checksum-mode'] === 'ENABLED' && range === undefined;
  const stored = Object.entries(object.headers).filter(
    ([name]) => wantsChecksums || !name.startsWith('x-amz-checksum-'),
  );
  const part = object.bytes.subarray(range?.start, range?.end);
  return {
    ...(range !== undefined && { status: 206 }),
    headers: {
      'accept-ranges': 'bytes',
      'content-type': 'binary/octet-stream',
      ...Object.fromEntries(stored),
      etag: object.etag,
      'last-modified': object.modifiedAt.toUTCString(),
      'content-length': String(part.length),
      'content-range': range && `bytes ${range.start}-${range.end - 1}/${length}`,
    },
    body: action === 'HeadObject' ? '' : part,
  };
}
