import type { Call } from '../call';
import { header } from '../wire';
import type { Bucket } from './bucket';
import type { S3Input } from './protocol';

const algorithmHeader = 'x-amz-server-side-encryption';
const keyHeader = 'x-amz-server-side-encryption-aws-kms-key-id';

/** How an object is encrypted at rest, as response headers: what the put asks for, else the bucket's default. */
export function encryptionHeaders({ headers }: S3Input, { data }: Bucket): Record<string, string> {
  const asked = header(headers, algorithmHeader);
  const algorithm = asked ?? (data.kmsKeyArn === undefined ? 'AES256' : 'aws:kms');
  const key = header(headers, keyHeader) ?? (algorithm === 'AES256' ? undefined : data.kmsKeyArn);
  return { [algorithmHeader]: algorithm, ...(key !== undefined && { [keyHeader]: key }) };
}

/**
 * Asks for the use of the object's key, which S3 makes in the caller's name. Nothing is really encrypted. Keys that
 * are not named by ARN, as AWS's own of S3, are not asked about.
 */
export async function authorizeKey(
  call: Call<S3Input>,
  bucket: Bucket,
  action: 'GenerateDataKey' | 'Decrypt',
  encryption: Readonly<Record<string, string>>,
): Promise<void> {
  const keyArn = encryption[keyHeader];
  const owner = /^arn:[a-z-]+:kms:[a-z0-9-]+:(\d{12}):key\//.exec(keyArn ?? '')?.[1];
  if (keyArn === undefined || owner === undefined) return;
  const { name, bucketKey = false } = bucket.data;
  const bucketArn = `arn:${call.world.directory.partition}:s3:::${name}`;
  await call.authorize({
    action: `kms:${action}`,
    resource: keyArn,
    resourceAccountId: owner,
    context: {
      'kms:CallerAccount': call.caller.accountId,
      'kms:ViaService': `s3.${call.region}.amazonaws.com`,
      'kms:EncryptionContext:aws:s3:arn': bucketKey ? bucketArn : `${bucketArn}/${call.input.key}`,
      'kms:EncryptionContextKeys': ['aws:s3:arn'],
    },
  });
}
