import type { Call } from '../call';
import { xml } from '../protocols/xml';
import { notImplemented } from '../service-error';
import type { Buckets } from './bucket';
import { onlyHeaders } from './known-headers';
import { s3Namespace, type S3Input, type S3Output } from './protocol';

/** ListBuckets: the caller's account's own buckets whose names begin with a prefix, in one page. */
export async function listBuckets(call: Call<S3Input>, buckets: Buckets): Promise<S3Output> {
  const { query, headers } = call.input;
  onlyHeaders(headers, 'ListBuckets', /^$/);
  for (const parameter of query.keys())
    if (!['prefix', 'x-id'].includes(parameter))
      throw notImplemented(`the parameter ${parameter} of s3:ListBuckets`);
  await call.authorize({ action: 's3:ListAllMyBuckets' });
  const prefix = query.get('prefix') ?? '';
  const { accountId } = call.caller;
  const Bucket = [...buckets.values()]
    .filter(({ data }) => data.ownerAccountId === accountId && data.name.startsWith(prefix))
    .map(({ data }) => ({ Name: data.name, CreationDate: '2026-01-01T00:00:00.000Z' }));
  const result = { '@_xmlns': s3Namespace, Owner: { ID: accountId }, Buckets: { Bucket }, Prefix: prefix };
  return { headers: { 'content-type': 'application/xml' }, body: xml({ ListAllMyBucketsResult: result }) };
}
