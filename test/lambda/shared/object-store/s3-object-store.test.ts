import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { readObject } from '../../../../lambda/shared/object-store/read-object';
import { s3ObjectStore } from '../../../../lambda/shared/object-store/s3-object-store';
import { startOrganization, type Fault } from '../../../../local/organization';
import { management, smallOrganization } from '../../../local/organization/small-organization';

const bucket = { name: 'reports', owner: management };
const key = 'collection-runs/2026/11/22/100000000001.json';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A store in a bucket of the embedded organization, with the SDK's own retries. */
async function startStore(faults: readonly Fault[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'object-store-'));
  const aws = await startOrganization({
    organization: smallOrganization,
    buckets: [{ name: bucket.name, folder, ownerAccountId: management }],
    // A clock apart from the client's would make the SDK try what it otherwise does not.
    now: () => new Date(),
    faults,
  });
  const { endpoint } = aws;
  const s3 = new S3Client({ endpoint, region: 'us-east-1', credentials: aws.credentials(management) });
  cleanups.push(
    () => rmSync(folder, { recursive: true }),
    () => aws.close(),
    () => s3.destroy(),
  );
  const sleeps: number[] = [];
  const sleep = (milliseconds: number) => Promise.resolve(sleeps.push(milliseconds));
  return { s3, folder, sleeps, store: s3ObjectStore(s3, bucket, { sleep, random: () => 0.5 }) };
}

const put = (kind: Fault['kind'], times = 1): Fault => ({ action: 's3:PutObject', kind, times });

interface Case {
  readonly name: string;
  readonly faults?: readonly Fault[];
  /** What lies there before. @default nothing */
  readonly before?: string;
  readonly outcome: 'stored' | 'likely-stored' | 'exists';
  /** Of the store itself; the SDK's own are not counted. @default none */
  readonly sleeps?: readonly number[];
}

const cases: readonly Case[] = [
  { name: 'a new object', outcome: 'stored' },
  { name: 'an object that is there', before: 'first', outcome: 'exists' },
  { name: 'a put whose answer got lost', faults: [put('lost-answer')], outcome: 'likely-stored' },
  { name: 'two answers that got lost', faults: [put('lost-answer', 2)], outcome: 'likely-stored' },
  {
    name: 'a connection that was cut before anything was done',
    faults: [put('cut-connection')],
    outcome: 'stored',
  },
  {
    name: 'S3 that fails, nobody knows how far it came',
    faults: [put('server-error')],
    before: 'second',
    outcome: 'likely-stored',
  },
  {
    // 503 SlowDown: S3 did not begin, so what is there is somebody else's.
    name: 'S3 that is throttled, and an object that is there',
    faults: [put('throttling')],
    before: 'first',
    outcome: 'exists',
  },
  {
    name: 'a race that is lost twice',
    faults: [put('conflict', 2)],
    outcome: 'stored',
    sleeps: [187.5, 375],
  },
  {
    name: 'a race after a lost answer',
    faults: [put('lost-answer'), put('conflict')],
    outcome: 'likely-stored',
    sleeps: [187.5],
  },
];

test.each(cases)('$name: $outcome', async ({ faults = [], before, outcome, sleeps = [] }) => {
  const { store, folder, sleeps: slept } = await startStore(faults);
  if (before !== undefined) {
    mkdirSync(dirname(join(folder, key)), { recursive: true });
    writeFileSync(join(folder, key), before);
  }
  expect(await store.putNew(key, 'second', 'application/json')).toBe(outcome);
  expect(readFileSync(join(folder, key), 'utf8')).toBe(before ?? 'second');
  expect(slept).toEqual(sleeps);
});

test('a race that never ends is the error that S3 answers, after four waits', async () => {
  const { store, sleeps } = await startStore([put('conflict', Infinity)]);
  await expect(store.putNew(key, 'second', 'application/json')).rejects.toMatchObject({
    name: 'ConditionalRequestConflict',
  });
  expect(sleeps).toEqual([187.5, 375, 750, 1500]);
});

test('an attempt that is given up is an error, and no object', async () => {
  const { store, folder } = await startStore();
  const given = store.putNew(key, 'second', 'application/json', AbortSignal.abort());
  await expect(given).rejects.toMatchObject({ name: 'AbortError' });
  expect(readdirSync(folder)).toEqual([]);
});

test('a bucket that changed hands gets nothing and tells nothing', async () => {
  const { s3, folder, sleeps } = await startStore();
  const changed = { ...bucket, owner: '100000000666' };
  const store = s3ObjectStore(s3, changed, {
    sleep: (milliseconds) => Promise.resolve(sleeps.push(milliseconds)),
    random: () => 0.5,
  });
  const calls = [
    store.putNew(key, 'second', 'application/json'),
    store.replace(key, 'second', 'application/json'),
    readObject(s3, changed, key),
  ];
  const outcomes = await Promise.allSettled(calls);
  expect(outcomes).toEqual(calls.map(() => expect.objectContaining({ status: 'rejected' }) as unknown));
  expect(readdirSync(folder)).toEqual([]);
});

test('what was put is read back, and what is not there is nothing', async () => {
  const { s3, store } = await startStore();
  await store.replace(key, 'first', 'application/json');
  await store.replace(key, 'second ü', 'application/json');
  const bytes = await readObject(s3, bucket, key);
  expect(Buffer.from(bytes ?? []).toString()).toBe('second ü');
  expect(await readObject(s3, bucket, 'collection-runs/none.json')).toBe(undefined);
});
