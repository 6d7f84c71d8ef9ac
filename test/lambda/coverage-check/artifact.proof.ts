import {
  coverageCheckEnvironment,
  coverageCheckTimeoutSeconds,
} from '../../../lambda/coverage-check/contract';
import { prefixes } from '../../../lambda/report/object-key';
import { plantedWeek } from '../../cli/planted-week';
import { storedObjects } from '../../local/athena/stored-objects';
import { bucketName, dataAccount, deployFunction, type DeployedFunctionProps } from '../deployed-function';

/** The coverage check as it is deployed; the local engine plays Athena over ten days of five accounts. */

const week = plantedWeek();
const withoutList = Object.fromEntries(
  Object.entries(week).filter(([key]) => !key.startsWith(`${prefixes.accounts}/`)),
);

function deployCheck(
  objects: Readonly<Record<string, string>>,
  more: Partial<DeployedFunctionProps> = {},
  toleratedAccounts = 0,
) {
  return deployFunction({
    name: 'coverage-check',
    timeoutSeconds: coverageCheckTimeoutSeconds,
    bucket: storedObjects(objects),
    at: '2026-11-22T09:05:00Z',
    variables: {
      [coverageCheckEnvironment.bucket]: bucketName,
      [coverageCheckEnvironment.bucketOwner]: dataAccount,
      [coverageCheckEnvironment.workGroup]: 'credential-report',
      [coverageCheckEnvironment.database]: 'credential_report',
      [coverageCheckEnvironment.toleratedAccounts]: String(toleratedAccounts),
    },
    ...more,
  });
}

/** Every line that it printed, as one object. */
const merged = (printed: string): object =>
  Object.fromEntries(
    printed
      .trim()
      .split('\n')
      .flatMap((line) => Object.entries(JSON.parse(line) as object)),
  );

test('of five accounts two reported, one failed and two are silent', async () => {
  const check = await deployCheck(week);
  expect(await check.invoke({})).toBe(undefined);
  expect(merged(check.printed())).toMatchObject({
    AccountsExpected: 5,
    AccountsCollected: 2,
    AccountsFailed: 1,
    AccountsMissing: 2,
    AccountsAlsoSilent: 0,
  });
});

/** The week as it lay in the bucket on an evening. */
const weekUntil = (day: string) =>
  Object.fromEntries(
    Object.entries(week).filter(([key]) => {
      const [, of] = /([0-9]{4}\/[0-9]{2}\/[0-9]{2})/.exec(key) ?? [];
      return of === undefined || of.replaceAll('/', '-') <= day;
    }),
  );

test.each([
  // The alarm has not ended since the 15th; on the 20th and on the 21st one more account falls silent.
  { day: '2026-11-15', tolerated: 0, also: 0 },
  { day: '2026-11-19', tolerated: 0, also: 0 },
  { day: '2026-11-20', tolerated: 0, also: 1 },
  { day: '2026-11-21', tolerated: 0, also: 1 },
  // The alarm begins on the 20th, and notifies by itself.
  { day: '2026-11-20', tolerated: 1, also: 0 },
  { day: '2026-11-21', tolerated: 1, also: 1 },
])(
  'on $day, $tolerated tolerated: $also more than an alarm notified of',
  async ({ day, tolerated, also }) => {
    const check = await deployCheck(weekUntil(day), { at: `${day}T09:05:00Z` }, tolerated);
    expect(await check.invoke({})).toBe(undefined);
    expect(merged(check.printed())).toMatchObject({ AccountsAlsoSilent: also });
  },
);

test.each<[string, Readonly<Record<string, string>>, Partial<DeployedFunctionProps>, string]>([
  [
    'Athena denies',
    week,
    { faults: [{ action: 'athena:StartQueryExecution', kind: 'access-denied' }] },
    'athena:StartQueryExecution',
  ],
  [
    'the query fails',
    week,
    { outcome: { state: 'FAILED', reason: 'TABLE_NOT_FOUND: coverage' } },
    'TABLE_NOT_FOUND: coverage',
  ],
  ['the query does not end', week, { outcome: { state: 'RUNNING' } }, 'the time is over'],
  ['a variable is missing', week, { variables: {} }, 'environment variable WORK_GROUP is missing'],
  ['no list of accounts is there', withoutList, {}, 'how many accounts are missing is not known'],
])('%s: it fails and measures no coverage, so that the alarm notifies', async (_, objects, more, error) => {
  const check = await deployCheck(objects, more);
  expect(await check.invoke({})).toContain(error);
  expect(check.printed()).not.toContain('AccountsExpected');
});

const poisoned = '100000000002';
const poison = (day: string, count: number, bytes: number, prefix: string = prefixes.reports) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `${prefix}/${day}/${poisoned}-x${index}.csv`,
      'x'.repeat(bytes),
    ]),
  );

test.each([
  ['today', '2026/11/22'],
  ['the last day that is looked at', '2026/10/18'],
])('bytes and objects of one account under %s are measured and named', async (_, day) => {
  const check = await deployCheck({ ...week, ...poison(day, 30, 50_000) });
  await check.invoke({});
  const printed = merged(check.printed()) as Readonly<Record<string, unknown>>;
  const volume = expect.objectContaining({ account_id: poisoned, day }) as unknown;
  expect(printed).toMatchObject({ most_bytes: volume, most_objects: volume });
  // Today it has a report and a run record of its own as well.
  expect([30, 32]).toContain(printed['LargestAccountDayObjects']);
  expect(Math.floor(Number(printed['LargestAccountDayBytes']) / 10_000)).toBe(150);
});

test.each([prefixes.facts, prefixes.runs])('objects below %s are measured too', async (prefix) => {
  const check = await deployCheck({ ...week, ...poison('2026/11/20', 30, 50_000, prefix) });
  await check.invoke({});
  expect(merged(check.printed())).toMatchObject({ most_bytes: { account_id: poisoned, day: '2026/11/20' } });
});

test('the day before the last that is looked at is not', async () => {
  const check = await deployCheck({ ...week, ...poison('2026/10/17', 30, 50_000) });
  await check.invoke({});
  expect(check.printed()).not.toContain('2026/10/17');
});

test('a day that no query can read is measured all the same, and one that cannot be listed fails the check', async () => {
  const failed = await deployCheck(week, {
    outcome: { state: 'FAILED', reason: 'Line too long in text file' },
  });
  expect(await failed.invoke({})).toContain('Line too long in text file');
  expect(failed.printed()).toContain('"LargestAccountDayBytes":');
  const denied = await deployCheck(week, { faults: [{ action: 's3:ListObjectsV2', kind: 'access-denied' }] });
  expect(await denied.invoke({})).toContain('s3:ListObjectsV2');
  expect(denied.printed()).toContain('"AccountsExpected":5');
});
