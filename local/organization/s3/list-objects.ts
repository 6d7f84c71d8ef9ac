import type { Call } from '../call';
import { xml } from '../protocols/xml';
import { notImplemented, ServiceError } from '../service-error';
import { header } from '../wire';
import { bucketOf, type Bucket, type Buckets } from './bucket';
import { onlyHeaders } from './known-headers';
import { s3Permission } from './permission';
import { s3Namespace, type S3Input, type S3Output } from './protocol';
import { walkKeys } from './walk';

const parameters = [
  'continuation-token',
  'delimiter',
  'encoding-type',
  'list-type',
  'max-keys',
  'prefix',
  'start-after',
  'x-id',
];

/** What a page shows: keys, and prefixes that stand for all keys below them. */
interface Page {
  readonly keys: string[];
  readonly prefixes: string[];
  /** The last key or prefix shown, when more follow. */
  readonly next?: string;
}

/** ListObjectsV2. */
export async function listObjects(call: Call<S3Input>, buckets: Buckets): Promise<S3Output> {
  const { query, headers, bucket: name } = call.input;
  onlyHeaders(headers, 'ListObjectsV2', /^x-amz-optional-object-attributes$/);
  refuseAttributes(header(headers, 'x-amz-optional-object-attributes') ?? '');
  for (const parameter of query.keys())
    if (!parameters.includes(parameter))
      throw notImplemented(`the parameter ${parameter} of s3:ListObjectsV2`);
  const bucket = bucketOf(buckets, call);
  await call.authorize(s3Permission(call, bucket, 'ListBucket'));

  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const startAfter = query.get('start-after') ?? '';
  const token = query.get('continuation-token');
  if (delimiter !== '' && startAfter !== '') throw notImplemented('start-after together with a delimiter');
  const size = pageSize(query.get('max-keys'));
  const after = token === null ? startAfter : place(token);
  const { keys, prefixes, next } = await collect(bucket, prefix, delimiter, after, size);
  const encode = encoding(query.get('encoding-type'));
  const objects = await Promise.all(keys.map((key) => entry(bucket, key, encode)));

  const body = xml({
    ListBucketResult: {
      '@_xmlns': s3Namespace,
      Name: name,
      Prefix: encode(prefix),
      Delimiter: delimiter === '' ? undefined : encode(delimiter),
      StartAfter: startAfter === '' ? undefined : encode(startAfter),
      EncodingType: query.get('encoding-type') ?? undefined,
      ContinuationToken: token ?? undefined,
      NextContinuationToken: next === undefined ? undefined : Buffer.from(next).toString('base64'),
      KeyCount: keys.length + prefixes.length,
      MaxKeys: size,
      IsTruncated: next !== undefined,
      Contents: objects.flat(),
      CommonPrefixes: prefixes.map((one) => ({ Prefix: encode(one) })),
    },
  });
  return { headers: { 'content-type': 'application/xml' }, body };
}

async function collect(
  bucket: Bucket,
  prefix: string,
  delimiter: string,
  after: string,
  size: number,
): Promise<Page> {
  const keys: string[] = [];
  const prefixes: string[] = [];
  let last = after;
  if (size === 0) return { keys, prefixes };
  // A page that ended with a common prefix goes on behind everything below it.
  const passed = (key: string) => delimiter !== '' && last.endsWith(delimiter) && key.startsWith(last);
  for await (const key of walkKeys(bucket.objects.folder, prefix, after)) {
    if (passed(key)) continue;
    if (keys.length + prefixes.length === size) return { keys, prefixes, next: last };
    const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    last = cut === -1 ? key : key.slice(0, cut + delimiter.length);
    (cut === -1 ? keys : prefixes).push(last);
  }
  return { keys, prefixes };
}

async function entry(bucket: Bucket, key: string, encode: (text: string) => string) {
  const summary = await bucket.objects.summary(key);
  // An object that went away since the folder was read is none.
  if (summary === undefined) return [];
  const { etag, size, modifiedAt } = summary;
  return [
    {
      Key: encode(key),
      LastModified: modifiedAt.toISOString(),
      ETag: etag,
      Size: size,
      StorageClass: 'STANDARD',
    },
  ];
}

/** RestoreStatus is reported of archived objects only, of which a folder has none. */
function refuseAttributes(asked: string): void {
  if (asked !== '' && asked !== 'RestoreStatus')
    throw notImplemented(`the object attributes ${asked} of s3:ListObjectsV2`);
}

/** A page holds at most 1,000 entries, however many are asked for. */
function pageSize(text: string | null): number {
  const size = Number(text ?? 1000);
  if (!Number.isInteger(size) || size < 0 || text === '')
    throw new ServiceError(
      'InvalidArgument',
      400,
      'Provided max-keys not an integer or within integer range',
      {
        ArgumentName: 'max-keys',
      },
    );
  return Math.min(size, 1000);
}

function place(token: string): string {
  const key = Buffer.from(token, 'base64').toString('utf8');
  if (key === '' || Buffer.from(key).toString('base64') !== token)
    throw new ServiceError('InvalidArgument', 400, 'The continuation token provided is incorrect');
  return key;
}

/** `encoding-type=url` is form encoding that leaves slashes alone: a space is `+`. */
function encoding(type: string | null): (text: string) => string {
  if (type === null) return (text) => text;
  if (type !== 'url')
    throw new ServiceError('InvalidArgument', 400, 'Invalid Encoding Method specified in Request');
  return (text) => new URLSearchParams({ '': text }).toString().slice(1).replaceAll('%2F', '/');
}
