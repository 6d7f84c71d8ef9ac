import { gzipSync } from 'node:zlib';
import { folderPlace, planFiles, readUse, type TrailUse } from '../../../local/trail';
import { storedObjects } from '../athena/stored-objects';
import { account, event, fileKey, packed, user } from './trail-files';

const selection = { accountId: account, principal: { user: 'anna' }, from: '2026-11-20', to: '2026-11-20' };

async function read(objects: Readonly<Record<string, Buffer | string>>): Promise<TrailUse> {
  const plan = await planFiles(folderPlace(storedObjects(objects)), selection, '2026-11-25');
  return readUse(plan, () => undefined);
}

const calls = ({ uses }: TrailUse) => uses.reduce((sum, use) => sum + use.calls, 0);

const good = { [fileKey('2026-11-20', 'good')]: packed(event()) };

test.each<{ name: string; body: Buffer | string; counted: number; reason?: string }>([
  { name: 'a whole file', body: packed(event(), event()), counted: 2 },
  { name: 'a file that somebody unpacked', body: JSON.stringify({ Records: [event()] }), counted: 1 },
  { name: 'an empty file', body: '', counted: 0, reason: 'it is empty' },
  {
    name: 'a file that is cut off',
    body: packed(event()).subarray(0, -12),
    counted: 0,
    reason: 'it is cut off',
  },
  {
    name: 'a file whose bytes were changed',
    body: Buffer.concat([packed().subarray(0, 12), Buffer.from('no gzip at all')]),
    counted: 0,
    reason: 'it is no gzip file',
  },
  { name: 'no JSON', body: gzipSync('{"Records":[{'), counted: 0, reason: 'it is no JSON' },
  { name: 'JSON of another kind', body: gzipSync('[1]'), counted: 0, reason: 'it has no list of Records' },
  {
    name: 'Records that are no list',
    body: gzipSync('{"Records":{}}'),
    counted: 0,
    reason: 'it has no list of Records',
  },
  {
    name: 'a digest',
    body: gzipSync('{"digestStartTime":"2026-11-20T00:00:00Z","logFiles":[]}'),
    counted: 0,
    reason: 'it is a digest, which has no events',
  },
  {
    name: 'records that are no events',
    body: packed(event(), null, 'text', {}, event({ eventTime: 'yesterday' })),
    counted: 1,
    reason: '4 of 5 records are no events',
  },
  {
    name: 'records of another account',
    body: packed(event(), event({ recipientAccountId: '100000000008' })),
    counted: 1,
    reason: '1 of 2 records are of other accounts',
  },
  {
    name: 'an event of 256 KB',
    body: packed(event({ requestParameters: { text: 'x'.repeat(262_144) } })),
    counted: 1,
  },
])('$name', async ({ body, counted, reason }) => {
  const key = fileKey('2026-11-20', 'odd');
  const answer = await read({ ...good, [key]: body });
  expect(calls(answer)).toBe(1 + counted);
  expect(answer.scope.filesNotRead).toEqual(reason === undefined ? [] : [{ file: key, reason }]);
  expect(answer.scope.files).toBe(2);
});

test('an event in two files, regions or days counts once', async () => {
  const one = event();
  const answer = await read({
    [fileKey('2026-11-20', 'a')]: packed(one, one),
    [fileKey('2026-11-20', 'b')]: packed(one),
    [fileKey('2026-11-21', 'c')]: packed(one),
  });
  expect(calls(answer)).toBe(1);
});

test('files of the day after are read, others are not, and the time of an event decides', async () => {
  const answer = await read({
    [fileKey('2026-11-19')]: packed(event()),
    [fileKey('2026-11-20')]: packed(event({ eventTime: '2026-11-19T23:59:00Z' })),
    [fileKey('2026-11-21')]: packed(event({ eventTime: '2026-11-20T23:59:00Z' })),
    [fileKey('2026-11-22')]: packed(event()),
  });
  expect(calls(answer)).toBe(1);
  expect(answer.scope.files).toBe(2);
});

test('what is no folder of events is passed over', async () => {
  const beside = (folder: string) => fileKey('2026-11-20').replace('/CloudTrail/', `/${folder}/`);
  const answer = await read({
    ...good,
    [beside('CloudTrail-Digest')]: packed(event()),
    [beside('CloudTrail-Insight')]: packed(event()),
    [fileKey('2026-11-20', 'one', 'eu-west-1', '100000000008')]: packed(event()),
  });
  expect(calls(answer)).toBe(1);
  expect(answer.scope).toEqual({
    origin: 'files',
    from: '2026-11-20',
    to: '2026-11-20',
    regions: ['eu-central-1'],
    daysWithoutFiles: ['2026-11-21'],
    dataEventSources: [],
    files: 1,
    filesNotRead: [],
  });
});

test('data events are seen of anybody, the days without files of all regions together', async () => {
  const data = { eventCategory: 'Data', userIdentity: { ...user('deploy'), type: 'AssumedRole' } };
  const { scope } = await read({
    [fileKey('2026-11-20')]: packed(event({ ...data, eventSource: 's3.amazonaws.com' })),
    [fileKey('2026-11-21', 'one', 'us-east-1')]: packed(
      event({ ...data, eventSource: 'lambda.amazonaws.com' }),
    ),
  });
  expect(scope).toMatchObject({
    regions: ['eu-central-1', 'us-east-1'],
    daysWithoutFiles: [],
    dataEventSources: ['lambda.amazonaws.com', 's3.amazonaws.com'],
  });
});

test('days to come have no files yet, and are not missed', async () => {
  const plan = await planFiles(folderPlace(storedObjects(good)), selection, '2026-11-20');
  expect(plan.daysWithoutFiles).toEqual([]);
});

test('what a place throws ends the reading', async () => {
  const place = folderPlace(storedObjects({ ...good, [fileKey('2026-11-21')]: packed() }));
  const plan = await planFiles(place, selection, '2026-11-25');
  const ended = () => Promise.reject(new Error('the session is over'));
  await expect(readUse({ ...plan, place: { ...place, read: ended } }, () => undefined)).rejects.toThrow(
    'the session is over',
  );
});
