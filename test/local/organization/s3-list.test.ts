import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  paginateListObjectsV2,
  type ListObjectsV2CommandInput,
} from '@aws-sdk/client-s3';
import type { EmbeddedOrganization } from '../../../local/organization';
import { bucket, clients, failure, management, start } from './small-organization';

/** In S3's order: by bytes of UTF-8, where `!` and `-` come before `/` and `0` after it. */
const keys = [
  'A/1',
  'a!/1',
  'a-b',
  'a/1',
  'a/10',
  'a/2/x',
  'a/2/y',
  'a/3 +&<>.csv',
  'a0',
  'b',
  'é/1',
  '日本/1',
  '\u{10000}/1',
];
const folder = mkdtempSync(path.join(tmpdir(), 'list-'));
for (const key of keys) {
  mkdirSync(path.dirname(path.join(folder, key)), { recursive: true });
  writeFileSync(path.join(folder, key), key);
}
mkdirSync(path.join(folder, 'empty'));
writeFileSync(path.join(folder, '.00000000-0000-0000-0000-000000000000.part'), 'unfinished');

let organization: EmbeddedOrganization;
beforeAll(async () => {
  const buckets = [
    { name: bucket, folder, ownerAccountId: management },
    { name: 'not-made-yet', folder: path.join(folder, 'not-there'), ownerAccountId: management },
  ];
  ({ organization } = await start({ buckets }));
});
afterAll(() => rmSync(folder, { recursive: true }));
const s3 = () => clients(organization, management).s3;

/** All pages of a list: their entries, keys and common prefixes in one. */
async function pages(input: Partial<ListObjectsV2CommandInput>, pageSize?: number): Promise<string[][]> {
  const found = [];
  const command = { Bucket: bucket, ...input };
  for await (const page of paginateListObjectsV2({ client: s3(), ...(pageSize && { pageSize }) }, command)) {
    const entries = [
      ...(page.Contents ?? []).map(({ Key }) => Key),
      ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix),
    ];
    expect(page.KeyCount).toBe(entries.length);
    found.push(entries.map((one) => one ?? ''));
  }
  return found;
}

const lists: [string, Partial<ListObjectsV2CommandInput>, string[]][] = [
  ['everything', {}, keys],
  ['a prefix that is a folder', { Prefix: 'a/' }, ['a/1', 'a/10', 'a/2/x', 'a/2/y', 'a/3 +&<>.csv']],
  ['a prefix that ends within a name', { Prefix: 'a/1' }, ['a/1', 'a/10']],
  ['a prefix that is a key', { Prefix: 'b' }, ['b']],
  ['a prefix without keys', { Prefix: 'c' }, []],
  ['what follows a key', { StartAfter: 'a/2/x' }, keys.slice(6)],
  ['what follows no key', { StartAfter: 'a/2/' }, keys.slice(5)],
  [
    'what follows a key below a prefix',
    { StartAfter: 'a/10', Prefix: 'a/' },
    ['a/2/x', 'a/2/y', 'a/3 +&<>.csv'],
  ],
  ['one level', { Delimiter: '/' }, ['a-b', 'a0', 'b', 'A/', 'a!/', 'a/', 'é/', '日本/', '\u{10000}/']],
  ['one level below a prefix', { Delimiter: '/', Prefix: 'a/' }, ['a/1', 'a/10', 'a/3 +&<>.csv', 'a/2/']],
  ['a delimiter of its own', { Delimiter: '2/', Prefix: 'a/' }, ['a/1', 'a/10', 'a/3 +&<>.csv', 'a/2/']],
  ['url encoding', { EncodingType: 'url', Prefix: 'a/3' }, ['a/3+%2B%26%3C%3E.csv']],
];
test.each(lists)('a list of %s, whole and page by page', async (_name, input, expected) => {
  expect((await pages(input)).flat()).toEqual(expected);
  for (const size of [1, 2, 3]) {
    const parts = await pages(input, size);
    expect(parts.flat().sort()).toEqual([...expected].sort());
    expect(parts).toHaveLength(Math.max(1, Math.ceil(expected.length / size)));
  }
});

test('a page of nothing, a bucket without a folder, a missing key', async () => {
  const none = await s3().send(new ListObjectsV2Command({ Bucket: bucket, MaxKeys: 0 }));
  expect(none).toMatchObject({ KeyCount: 0, IsTruncated: false });
  expect(await pages({ Bucket: 'not-made-yet' })).toEqual([[]]);
  const missing = { Bucket: bucket, Key: 'a' };
  expect(await failure(s3().send(new GetObjectCommand(missing)))).toMatchObject({
    name: 'NoSuchKey',
    status: 404,
  });
  expect(await failure(s3().send(new HeadObjectCommand(missing)))).toMatchObject({
    name: 'NotFound',
    status: 404,
  });
});

test('an entry tells size, entity tag and date, and follows the file', async () => {
  const entry = async () =>
    (await s3().send(new ListObjectsV2Command({ Bucket: bucket, Prefix: 'b' }))).Contents?.[0];
  // MD5 of "b" and of "changed".
  expect(await entry()).toMatchObject({
    Size: 1,
    ETag: '"92eb5ffee6ae2fec3ad71c777531578f"',
    StorageClass: 'STANDARD',
  });
  writeFileSync(path.join(folder, 'b'), 'changed');
  expect(await entry()).toMatchObject({ Size: 7, ETag: '"8977dfac2f8e04cb96e66882235f5aba"' });
});

const refusals: [string, Partial<ListObjectsV2CommandInput>, string, number][] = [
  ['an unknown bucket', { Bucket: 'no-such-bucket' }, 'NoSuchBucket', 404],
  ['another owner', { ExpectedBucketOwner: '100000000009' }, 'AccessDenied', 403],
  ['a token that is none', { ContinuationToken: '***' }, 'InvalidArgument', 400],
  ['owners', { FetchOwner: true }, 'NotImplemented', 501],
  ['a start within a delimited list', { StartAfter: 'a', Delimiter: '/' }, 'NotImplemented', 501],
];
test.each(refusals)('%s is refused', async (_name, input, name, status) => {
  const command = new ListObjectsV2Command({ Bucket: bucket, ...input });
  expect(await failure(s3().send(command))).toMatchObject({ name, status });
});
