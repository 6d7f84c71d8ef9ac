import type { Call } from '../call';
import { notImplemented, ServiceError } from '../service-error';
import { header } from '../wire';
import { bucketOf, type Buckets } from './bucket';
import { authorizeKey, encryptionHeaders } from './encryption';
import { etagOf } from './folder';
import { onlyHeaders } from './known-headers';
import { s3Permission } from './permission';
import type { S3Input, S3Output } from './protocol';
import { putBody } from './put-body';

const known =
  /^(cache-control|content-disposition|content-encoding|content-language|content-md5|expires|if-none-match|x-amz-acl|x-amz-checksum-.+|x-amz-decoded-content-length|x-amz-meta-.+|x-amz-sdk-checksum-algorithm|x-amz-server-side-encryption|x-amz-server-side-encryption-aws-kms-key-id|x-amz-server-side-encryption-bucket-key-enabled|x-amz-storage-class|x-amz-trailer)$/;

/** Headers of a put that come back with the object. */
const kept = /^(cache-control|content-disposition|content-language|content-type|expires|x-amz-meta-.+)$/;

/** PutObject: verified, conditional if asked, written atomically. */
export async function putObject(call: Call<S3Input>, buckets: Buckets): Promise<S3Output> {
  const { headers, key } = call.input;
  onlyHeaders(headers, 'PutObject', known);
  const bucket = bucketOf(buckets, call);
  await call.authorize(s3Permission(call, bucket, 'PutObject', key));
  if (headers['x-amz-acl'] !== undefined)
    await call.authorize(s3Permission(call, bucket, 'PutObjectAcl', key));
  refuse(call.input);
  const { content, checksums } = putBody(call.input);
  const encryption = encryptionHeaders(call.input, bucket);
  await authorizeKey(call, bucket, 'GenerateDataKey', encryption);
  const stored = { ...keptHeaders(call.input), ...encryption, ...checksums };
  const onlyNew = headers['if-none-match'] !== undefined;
  if (!(await bucket.objects.put(key, content, stored, onlyNew)))
    throw new ServiceError(
      'PreconditionFailed',
      412,
      'At least one of the pre-conditions you specified did not hold',
      { Condition: 'If-None-Match' },
    );
  const answered = Object.entries(stored).filter(
    ([name]) => name.startsWith('x-amz-') && !name.startsWith('x-amz-meta-'),
  );
  return { headers: { etag: etagOf(content), ...Object.fromEntries(answered) } };
}

/** Values that S3 refuses, or that would mean something that a folder cannot do. */
function refuse({ headers }: S3Input): void {
  const acl = header(headers, 'x-amz-acl');
  if (acl !== undefined && acl !== 'bucket-owner-full-control')
    throw new ServiceError('AccessControlListNotSupported', 400, 'The bucket does not allow ACLs');
  const condition = headers['if-none-match'];
  if (condition !== undefined && condition !== '*') throw notImplemented(`If-None-Match: ${condition}`);
  const storage = header(headers, 'x-amz-storage-class') ?? 'STANDARD';
  if (storage !== 'STANDARD') throw notImplemented(`the storage class ${storage}`);
  const encryption = header(headers, 'x-amz-server-side-encryption') ?? 'AES256';
  if (!['AES256', 'aws:kms', 'aws:kms:dsse'].includes(encryption))
    throw new ServiceError(
      'InvalidEncryptionAlgorithmError',
      400,
      'The encryption method specified is not supported',
    );
}

function keptHeaders({ headers }: S3Input): Record<string, string> {
  const result: Record<string, string> = {};
  for (const name of Object.keys(headers)) if (kept.test(name)) result[name] = header(headers, name) ?? '';
  const encodings = (header(headers, 'content-encoding') ?? '').split(',').map((one) => one.trim());
  const encoding = encodings.filter((one) => one !== '' && one !== 'aws-chunked').join(',');
  return encoding === '' ? result : { ...result, 'content-encoding': encoding };
}
