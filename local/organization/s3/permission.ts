import type { AuthorizationContext } from '../authorization';
import type { Call, Permission } from '../call';
import { header } from '../wire';
import type { Bucket } from './bucket';
import type { S3Input } from './protocol';

/** Request headers that are condition keys. */
const headerKeys = [
  'x-amz-acl',
  'x-amz-content-sha256',
  'x-amz-server-side-encryption',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-storage-class',
  'if-none-match',
];

/** Query parameters of lists that are condition keys. */
const queryKeys = ['prefix', 'delimiter', 'max-keys'];

/** Asks for an action of S3 on an object of the bucket, or on the bucket itself when there is no key. */
export function s3Permission(call: Call<S3Input>, bucket: Bucket, action: string, key?: string): Permission {
  const { name, ownerAccountId } = bucket.data;
  const { partition } = call.world.directory;
  return {
    action: `s3:${action}`,
    resource: `arn:${partition}:s3:::${name}${key === undefined ? '' : `/${key}`}`,
    resourceAccountId: ownerAccountId,
    context: s3Context(call.input, ownerAccountId),
  };
}

function s3Context({ headers, query }: S3Input, ownerAccountId: string): AuthorizationContext {
  const context: Record<string, string> = {
    's3:authType': 'REST-HEADER',
    's3:signatureversion': 'AWS4-HMAC-SHA256',
    's3:ResourceAccount': ownerAccountId,
  };
  for (const name of headerKeys) {
    const value = header(headers, name);
    if (value !== undefined) context[`s3:${name}`] = value;
  }
  for (const name of queryKeys) {
    const value = query.get(name);
    if (value !== null) context[`s3:${name}`] = value;
  }
  return context;
}
