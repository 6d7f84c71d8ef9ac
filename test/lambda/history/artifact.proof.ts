import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyEnvironment, historyTimeoutSeconds } from '../../../lambda/history/contract';
import { historyKey, manifestKey } from '../../../lambda/report/history-key';
import { writeHistory } from '../../../cli/history/write-history';
import { noProgress } from '../../../cli/progress';
import type { Fault } from '../../../local/organization';
import { runCommand } from '../../cli/run-command';
import { storedObjects } from '../../local/athena/stored-objects';
import { bucketName, dataAccount, deployFunction } from '../deployed-function';
import { day, exampleDay, goodKey, oddKey, reports } from './example-day';

/** The history function as it is deployed, over a bucket of two days. */

const at = '2026-11-23T05:30:00Z';
const scheduled = { scheduled_at: at };
const sources = ['credential-reports', 'collection-runs', 'accounts', 'user-facts'];
const older = `${reports.name}/2026/11/14/100000000001-Good.csv`;

function deployHistory(
  folder: string,
  faults: readonly Fault[] = [],
  variables: Readonly<Record<string, string>> = {
    [historyEnvironment.bucket]: bucketName,
    [historyEnvironment.bucketOwner]: dataAccount,
    [historyEnvironment.retentionDays]: '400',
  },
) {
  return deployFunction({
    name: 'history',
    timeoutSeconds: historyTimeoutSeconds,
    bucket: folder,
    at,
    faults,
    variables,
  });
}

const bytesOf = (folder: string, key: string) => readFileSync(join(folder, key));
const linesOf = (printed: string) =>
  printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

test('it writes the last days and older ones, back to the first with an object, the same bytes as the command, and then keeps them', async () => {
  const folder = storedObjects({ ...exampleDay, [older]: 'h\nx' });
  const history = await deployHistory(folder);
  expect(await history.invoke(scheduled)).toBe(undefined);
  const first = bytesOf(folder, historyKey(reports.name, day));
  for (const source of sources)
    for (const written of [day, '2026/11/16', '2026/11/15', '2026/11/14'])
      expect(existsSync(join(folder, manifestKey(source, written)))).toBe(true);
  for (const unwritten of ['2026/11/13', '2026/11/23'])
    expect(existsSync(join(folder, historyKey(reports.name, unwritten)))).toBe(false);
  expect(await history.invoke(scheduled)).toBe(undefined);
  const printed = linesOf(history.printed());
  expect(printed.filter(({ history: made }) => made === 'made')).toHaveLength(9 * sources.length);
  expect(printed.at(-1)).toMatchObject({ HistoryYesterdayWritten: 1, HistoryObjectsNotRead: 0 });

  // Paths name the bucket; a copy of it is verified as it is.
  const { out } = await runCommand(['verify', '--data', folder, '--format', 'json'], {
    now: () => new Date(at),
  });
  expect(out).not.toContain('history/');
  const copy = storedObjects(exampleDay);
  await writeHistory(copy, undefined, new Date(at), () => noProgress);
  const manifest = (root: string) =>
    JSON.parse(bytesOf(root, manifestKey(reports.name, day)).toString()) as { inputs: unknown; rows: number };
  expect(manifest(copy).inputs).toEqual(manifest(folder).inputs);
  expect(manifest(copy).rows).toBe(manifest(folder).rows);
  expect(first.includes('s3://reports/')).toBe(true);
});

test('a day whose objects changed, or whose file was cut off, is made anew', async () => {
  const folder = storedObjects(exampleDay);
  const history = await deployHistory(folder);
  await history.invoke(scheduled);
  writeFileSync(join(folder, goodKey), 'h\nanother');
  const cut = historyKey(reports.name, '2026/11/21');
  const whole = bytesOf(folder, cut);
  writeFileSync(join(folder, cut), whole.subarray(0, 50));
  expect(await history.invoke(scheduled)).toBe(undefined);
  expect(bytesOf(folder, cut)).toEqual(whole);
  const made = linesOf(history.printed()).filter(({ history: one }) => one === 'made');
  expect(made.slice(7 * sources.length).map(({ day: of, why }) => [of, why])).toEqual([
    [day, 'its objects are others by now'],
    // S3 keeps its checksum, which no longer fits.
    ['2026/11/21', 'its file cannot be read'],
  ]);
});

test.each<[string, Fault, string]>([
  [
    'a put is denied',
    { action: 's3:PutObject', kind: 'access-denied', times: 1 },
    'credential-reports/2026/11/22: ',
  ],
  ['lists are denied', { action: 's3:ListObjectsV2', kind: 'access-denied' }, 'older days are not known'],
  [
    'no object can be read',
    { action: 's3:GetObject', kind: 'access-denied' },
    `cannot be read: ${goodKey}: access denied`,
  ],
])('%s: it fails, says so, and the next run mends it', async (_what, fault, problem) => {
  const folder = storedObjects(exampleDay);
  const history = await deployHistory(folder, [fault]);
  expect(await history.invoke(scheduled)).toContain(problem);
  expect(linesOf(history.printed()).at(-1)).toMatchObject({ HistoryYesterdayWritten: 0 });
  const next = await deployHistory(folder);
  expect(await next.invoke(scheduled)).toBe(undefined);
  expect(linesOf(next.printed()).at(-1)).toMatchObject({ HistoryYesterdayWritten: 1 });
});

test('a put whose answer is lost, or that is throttled, is made again', async () => {
  const folder = storedObjects(exampleDay);
  const history = await deployHistory(folder, [
    { action: 's3:PutObject', kind: 'lost-answer', times: 1 },
    { action: 's3:GetObject', kind: 'throttling', times: 2 },
  ]);
  expect(await history.invoke(scheduled)).toBe(undefined);
  expect(linesOf(history.printed()).at(-1)).toMatchObject({
    HistoryYesterdayWritten: 1,
    HistoryObjectsNotRead: 0,
  });
});

test('names that XML cannot hold, or that look encoded, are read like others', async () => {
  const names = ['100000000009-a+b =é%20\u0001.csv', '100000000009-\ud83d\udd11&<.csv'];
  const keys = names.map((name) => `${reports.name}/${day}/${name}`);
  const folder = storedObjects({ ...exampleDay, ...Object.fromEntries(keys.map((key) => [key, 'h\nx'])) });
  const history = await deployHistory(folder);
  expect(await history.invoke(scheduled)).toBe(undefined);
  const { inputs } = JSON.parse(bytesOf(folder, manifestKey(reports.name, day)).toString()) as {
    inputs: { key: string; rows_read: number }[];
  };
  for (const key of keys) expect(inputs).toContainEqual(expect.objectContaining({ key, rows_read: 1 }));
});

test('an object of 200 MB is named, measured and left out', async () => {
  const folder = storedObjects(exampleDay);
  truncateSync(join(folder, oddKey), 200_000_000); // sparse
  const history = await deployHistory(folder);
  expect(await history.invoke(scheduled)).toBe(undefined);
  const printed = linesOf(history.printed());
  expect(printed).toContainEqual({ not_read: oddKey, reason: 'larger than 33554432 bytes' });
  expect(printed.at(-1)).toMatchObject({ HistoryYesterdayWritten: 1, HistoryObjectsNotRead: 1 });
});

test('two at once leave what one leaves', async () => {
  const folder = storedObjects(exampleDay);
  const [one, other] = [await deployHistory(folder), await deployHistory(folder)];
  expect(await Promise.all([one.invoke(scheduled), other.invoke(scheduled)])).toEqual([undefined, undefined]);
  const { out } = await runCommand(['verify', '--data', folder, '--format', 'json'], {
    now: () => new Date(at),
  });
  expect(out).not.toContain('history/');
});

test('a file that is gone while its manifest stays is made again', async () => {
  const folder = storedObjects(exampleDay);
  const history = await deployHistory(folder);
  await history.invoke(scheduled);
  rmSync(join(folder, historyKey(reports.name, day)));
  expect(await history.invoke(scheduled)).toBe(undefined);
  expect(existsSync(join(folder, historyKey(reports.name, day)))).toBe(true);
});

test('a variable that is missing is named', async () => {
  const history = await deployHistory(storedObjects({}), [], {});
  expect(await history.invoke(scheduled)).toBe('environment variable REPORT_BUCKET is missing');
});
