import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import type { EmbeddedOrganization } from '../../../local/organization';
import { bucket, clients, failure, management, member, outsider, start } from './small-organization';

let organization: EmbeddedOrganization;
let folder: string;
beforeAll(async () => {
  ({ organization, folder } = await start());
});

const s3 = () => clients(organization, member).s3;
type Body = NonNullable<PutObjectCommandInput['Body']>;
const put = (Key: string, Body: Body, more: Partial<PutObjectCommandInput> = {}) =>
  s3().send(new PutObjectCommand({ Bucket: bucket, Key, Body, ...more }));
const stored = (key: string) => readFileSync(path.join(folder, key));
const large = Buffer.alloc(3_000_000, 'credential report\n');

const bodies: [string, () => Body, Partial<PutObjectCommandInput>, Buffer][] = [
  ['text', () => 'hello', {}, Buffer.from('hello')],
  ['nothing', () => '', {}, Buffer.alloc(0)],
  ['3 MB, behind a 100-continue', () => large, {}, large],
  [
    'a stream, chunked with a trailing CRC32',
    () => Readable.from([Buffer.from('he'), Buffer.from('llo')]),
    { ContentLength: 5 },
    Buffer.from('hello'),
  ],
  [
    'a stream of 3 MB',
    () => Readable.from([large.subarray(0, 1_000_000), large.subarray(1_000_000)]),
    { ContentLength: large.length, ChecksumAlgorithm: 'SHA256' },
    large,
  ],
  ['text with SHA-1', () => 'hello', { ChecksumAlgorithm: 'SHA1' }, Buffer.from('hello')],
  ['text with CRC32C', () => 'hello', { ChecksumAlgorithm: 'CRC32C' }, Buffer.from('hello')],
  [
    'text with Content-MD5',
    () => 'hello',
    { ContentMD5: createHash('md5').update('hello').digest('base64') },
    Buffer.from('hello'),
  ],
];
test.each(bodies)('%s is stored byte for byte and read back', async (name, body, more, expected) => {
  const key = `bodies/${createHash('md5').update(name).digest('hex')}`;
  const { ETag } = await put(key, body(), more);
  expect(ETag).toBe(`"${createHash('md5').update(expected).digest('hex')}"`);
  expect(stored(key).equals(expected)).toBe(true);
  const read = await s3().send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  expect(Buffer.from((await read.Body?.transformToByteArray()) ?? []).equals(expected)).toBe(true);
  const head = await s3().send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
  expect(head).toMatchObject({ ContentLength: expected.length, ETag, ServerSideEncryption: 'AES256' });
});

test('keys of all kinds lie in the folder as they are named', async () => {
  for (const key of ['a b/c=20+d%41.csv', 'é/日本.csv', '.hidden/_x', "q?x=1&y#'()*"]) {
    await put(key, key, { Metadata: { note: 'kept' }, ContentType: 'text/csv', ContentEncoding: 'identity' });
    expect(stored(key).toString('utf8')).toBe(key);
    const read = await s3().send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    expect(await read.Body?.transformToString()).toBe(key);
    expect(read).toMatchObject({
      ContentType: 'text/csv',
      Metadata: { note: 'kept' },
      ContentEncoding: 'identity',
    });
  }
});

test('of several conditional puts at once exactly one wins, and its object is whole', async () => {
  const contents = Array.from({ length: 8 }, (_, index) => Buffer.alloc(200_000, String(index)));
  const results = await Promise.allSettled(
    contents.map((body) => put('race.csv', body, { IfNoneMatch: '*' })),
  );
  const winners = results.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []));
  expect(winners).toHaveLength(1);
  expect(stored('race.csv').equals(contents[winners[0] ?? -1] ?? Buffer.alloc(0))).toBe(true);
  expect(await failure(put('race.csv', 'late', { IfNoneMatch: '*' }))).toMatchObject({
    name: 'PreconditionFailed',
    status: 412,
  });
  await put('race.csv', 'replaced');
  expect(stored('race.csv').toString('utf8')).toBe('replaced');
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

const refusals: [string, Partial<PutObjectCommandInput>, string, number][] = [
  ['a bucket that is none', { Bucket: 'no-such-bucket' }, 'NoSuchBucket', 404],
  ['a bucket of another owner', { ExpectedBucketOwner: outsider }, 'AccessDenied', 403],
  [
    'a wrong Content-MD5',
    { ContentMD5: createHash('md5').update('other').digest('base64') },
    'BadDigest',
    400,
  ],
  ['a Content-MD5 that is none', { ContentMD5: 'AAAA' }, 'InvalidDigest', 400],
  ['a wrong CRC32', { ChecksumCRC32: 'AAAAAA==' }, 'BadDigest', 400],
  ['a wrong CRC32C', { ChecksumCRC32C: 'AAAAAA==' }, 'BadDigest', 400],
  [
    'a wrong SHA-256',
    { ChecksumSHA256: createHash('sha256').update('other').digest('base64') },
    'BadDigest',
    400,
  ],
  ['a checksum that is none', { ChecksumSHA256: 'AAAA' }, 'InvalidRequest', 400],
  ['an ACL', { ACL: 'public-read' }, 'AccessControlListNotSupported', 400],
  ['a storage class', { StorageClass: 'GLACIER' }, 'NotImplemented', 501],
  ['a condition on an entity tag', { IfMatch: '"x"' }, 'NotImplemented', 501],
  ['tags', { Tagging: 'a=b' }, 'NotImplemented', 501],
  [
    'a key of the customer',
    { SSECustomerAlgorithm: 'AES256', SSECustomerKey: 'k'.repeat(32) },
    'NotImplemented',
    501,
  ],
  [
    'a checksum that is not emulated',
    { ChecksumAlgorithm: 'CRC64NVME', ChecksumCRC64NVME: 'AAAAAAAAAAA=' },
    'NotImplemented',
    501,
  ],
  ['a key that climbs out', { Key: '../escape' }, 'NotImplemented', 501],
  ['a key that climbs out from within', { Key: 'a/../../escape' }, 'NotImplemented', 501],
  ['a key with an empty part', { Key: 'a//b' }, 'NotImplemented', 501],
  ['a key with a backslash', { Key: '..\\escape' }, 'NotImplemented', 501],
  ['a key with a zero byte', { Key: 'a\0b' }, 'NotImplemented', 501],
  ['a key that ends with a slash', { Key: 'folder/' }, 'NotImplemented', 501],
  ['a key that is too long', { Key: 'k/'.repeat(512) + 'k' }, 'KeyTooLongError', 400],
  ['a part that no folder can hold', { Key: 'k'.repeat(256) }, 'NotImplemented', 501],
];
test.each(refusals)('%s is refused and nothing is written', async (_name, more, name, status) => {
  const key = more.Key ?? 'refused';
  expect(await failure(put(key, 'hello', more))).toMatchObject({ name, status });
  expect(existsSync(path.join(folder, 'refused'))).toBe(false);
  expect(existsSync(path.join(folder, '..', 'escape'))).toBe(false);
});

test('what a folder cannot hold side by side is refused', async () => {
  await put('clash/a', 'x');
  for (const condition of [{}, { IfNoneMatch: '*' }]) {
    for (const key of ['clash', 'clash/a/b', 'clash/a/b/c'])
      expect(await failure(put(key, 'x', condition))).toMatchObject({ name: 'NotImplemented', status: 501 });
  }
  expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.part'))).toEqual(
    [],
  );
});

test('a call signed for another region is refused with the right one', async () => {
  const home = { name: bucket, folder, ownerAccountId: management, region: 'eu-west-1' };
  const abroad = await start({ buckets: [home] });
  const failed = await failure(
    abroad.clients(member).s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'k', Body: 'x' })),
  );
  expect(failed).toMatchObject({ name: 'AuthorizationHeaderMalformed', status: 400 });
  expect(failed.message).toContain("expecting 'eu-west-1'");
  expect(abroad.organization.environment(member)['AWS_REGION']).toBe('eu-west-1');
});

/** A put as no client would send it. */
function raw(
  headers: Record<string, string>,
  body: string,
): Promise<{ status: number | undefined; text: string }> {
  const { accessKeyId, sessionToken } = organization.credentials(member);
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261122/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0`;
  return new Promise((resolve, reject) => {
    const url = `${organization.endpoint}/${bucket}/raw`;
    const all = { authorization, 'x-amz-security-token': sessionToken, ...headers };
    const outgoing = request(url, { method: 'PUT', headers: all }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    outgoing.on('error', reject).end(body);
  });
}

const chunked = {
  'content-encoding': 'aws-chunked',
  'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  'x-amz-decoded-content-length': '5',
  'x-amz-trailer': 'x-amz-checksum-crc32',
};
const good = '5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n';
const damaged: [string, Record<string, string>, string, number, string][] = [
  ['a good body', chunked, good, 200, ''],
  [
    'a signed good body',
    { ...chunked, 'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER' },
    good.replace('5\r\n', '5;chunk-signature=0\r\n'),
    200,
    '',
  ],
  ['a changed byte', chunked, good.replace('hello', 'hallo'), 400, 'BadDigest'],
  ['a trailer of another body', chunked, good.replace('NhCmhg==', 'AAAAAA=='), 400, 'BadDigest'],
  ['a missing trailer', chunked, '5\r\nhello\r\n0\r\n\r\n', 400, 'MalformedTrailerError'],
  ['a body that ends early', chunked, '5\r\nhel', 400, 'IncompleteBody'],
  ['a chunk that is longer than it says', chunked, good.replace('5', '4'), 400, 'IncompleteBody'],
  [
    'another length than announced',
    { ...chunked, 'x-amz-decoded-content-length': '6' },
    good,
    400,
    'IncompleteBody',
  ],
  [
    'another body than signed',
    { 'x-amz-content-sha256': createHash('sha256').update('hello').digest('hex') },
    'hallo',
    400,
    'XAmzContentSHA256Mismatch',
  ],
  [
    'an announced checksum that is not there',
    { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD', 'x-amz-sdk-checksum-algorithm': 'CRC32' },
    'hello',
    400,
    'InvalidRequest',
  ],
  [
    'a header that nobody knows',
    { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD', 'x-amz-new-meaning': '1' },
    'hello',
    501,
    'the header x-amz-new-meaning of s3:PutObject',
  ],
  [
    'a condition on one entity tag',
    { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD', 'if-none-match': '"x"' },
    'hello',
    501,
    'If-None-Match',
  ],
];
test.each(damaged)('a raw put with %s', async (_name, headers, body, status, text) => {
  const answer = await raw(headers, body);
  expect(answer.status).toBe(status);
  expect(answer.text).toContain(text);
  if (status === 200) expect(stored('raw').toString('utf8')).toBe('hello');
});
