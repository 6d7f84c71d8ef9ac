import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type GetObjectCommandInput,
} from '@aws-sdk/client-s3';
import type { EmbeddedOrganization } from '../../../local/organization';
import { bucket, clients, failure, management, start } from './small-organization';

let organization: EmbeddedOrganization;
const s3 = () => clients(organization, management).s3;
beforeAll(async () => {
  ({ organization } = await start());
  const put = (Key: string, Body: string) => s3().send(new PutObjectCommand({ Bucket: bucket, Key, Body }));
  await put('ten', '0123456789');
  await put('empty', '');
});

const get = (Key: string, more: Partial<GetObjectCommandInput>) =>
  s3().send(new GetObjectCommand({ Bucket: bucket, Key, ...more }));

test.each([
  ['bytes=0-0', '0', 'bytes 0-0/10'],
  ['bytes=2-4', '234', 'bytes 2-4/10'],
  ['bytes=7-', '789', 'bytes 7-9/10'],
  ['bytes=-3', '789', 'bytes 7-9/10'],
  ['bytes=-300', '0123456789', 'bytes 0-9/10'],
  ['bytes=8-300', '89', 'bytes 8-9/10'],
  ['bytes=9-9', '9', 'bytes 9-9/10'],
])('the range %s of ten bytes', async (Range, expected, contentRange) => {
  const part = await get('ten', { Range });
  expect(await part.Body?.transformToString()).toBe(expected);
  expect(part).toMatchObject({ ContentRange: contentRange, ContentLength: expected.length });
  expect(part.$metadata.httpStatusCode).toBe(206);
  const head = await s3().send(new HeadObjectCommand({ Bucket: bucket, Key: 'ten', Range }));
  expect(head).toMatchObject({ ContentRange: contentRange, ContentLength: expected.length });
});

test('a part has the entity tag of the whole object, and not its checksum', async () => {
  const whole = await get('ten', { ChecksumMode: 'ENABLED' });
  const part = await get('ten', { ChecksumMode: 'ENABLED', Range: 'bytes=2-4' });
  expect(whole.ChecksumCRC32).toBeDefined();
  expect(whole.$metadata.httpStatusCode).toBe(200);
  expect(part.ChecksumCRC32).toBeUndefined();
  expect(part.ETag).toBe(whole.ETag);
});

test.each([
  ['ten', 'bytes=10-'],
  ['ten', 'bytes=10-20'],
  ['ten', 'bytes=-0'],
  ['empty', 'bytes=0-'],
  ['empty', 'bytes=-1'],
])('of %s no byte is in the range %s', async (key, Range) => {
  expect(await failure(get(key, { Range }))).toEqual({
    name: 'InvalidRange',
    status: 416,
    message: 'The requested range is not satisfiable',
  });
});

test.each(['bytes=4-2', 'bytes=-', 'bytes=0-1,3-4', 'lines=0-1', 'bytes=a-b'])(
  'the range %s is refused',
  async (Range) => {
    expect(await failure(get('ten', { Range }))).toMatchObject({ name: 'NotImplemented', status: 501 });
  },
);

test('a list may ask for the restore status, which no object here has', async () => {
  const list = (attribute: string) =>
    s3().send(
      new ListObjectsV2Command({
        Bucket: bucket,
        OptionalObjectAttributes: [attribute as 'RestoreStatus'],
      }),
    );
  const { Contents } = await list('RestoreStatus');
  expect(Contents?.map(({ Key, RestoreStatus }) => [Key, RestoreStatus])).toEqual([
    ['empty', undefined],
    ['ten', undefined],
  ]);
  expect(await failure(list('Owner'))).toMatchObject({ name: 'NotImplemented', status: 501 });
});
