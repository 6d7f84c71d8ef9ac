import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectorEnvironment, collectorTimeoutSeconds } from '../../../lambda/collector/contract';
import type { RunRecord } from '../../../lambda/report/run-record';
import { organizationClock } from '../../../local/lambda-environment';
import { startOrganization, type Fault, type OrganizationData } from '../../../local/organization';
import { newArn, warmFunction } from '../warm-environments';

/** The built artifact, as it runs in every member account, against the embedded organization. */

const management = '100000000001';
const nameRole = `arn:aws:iam::${management}:role/credential-report/account-name/name`;
const fixtures = join(__dirname, '../../fixtures/credential-reports');
const recorded = {
  '123456789012': 'live-2026-09-11.csv',
  '210987654321': 'recorded-2017-02-22.csv',
  '345678901234': 'uppercase-booleans.csv',
  '456789012345': 'recorded-2019-root-key-active.csv',
};
const accounts = [management, ...Object.keys(recorded)];

const organization: OrganizationData = {
  id: 'o-anycompany1',
  managementAccountId: management,
  rootId: 'r-any1',
  organizationalUnits: [],
  accounts: accounts.map((id) => ({
    id,
    name: `R&D / "${id}" 100%`,
    email: `${id}@example.com`,
    joinedAt: '2020-01-01T00:00:00Z',
    parentId: 'r-any1',
    ...(id in recorded ? { recordedReport: join(fixtures, recorded[id as keyof typeof recorded]) } : {}),
    ...(id === management ? { roles: [{ arn: nameRole, trusted: ['o-anycompany1'] }] } : {}),
  })),
};

const scheduledAt = '2026-11-22T03:00:00Z';
let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'artifact-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the artifact in one account, as often as asked; answers with the error of each run. */
async function run(
  accountId: string,
  faults: readonly Fault[] = [],
  events: object[] = [{ scheduled_at: scheduledAt }],
  bucketOwner = management,
) {
  const clock = organizationClock(new Date('2026-11-22T03:04:00Z'));
  const aws = await startOrganization({
    organization,
    buckets: [{ name: 'reports', folder, ownerAccountId: management, region: 'eu-west-1' }],
    now: () => clock.now(),
    faults,
  });
  const collector = warmFunction({
    functionArn: newArn(accountId, 'collector'),
    code: readFileSync(join(__dirname, '../../../dist/lambda/collector/index.js'), 'utf8'),
    timeoutSeconds: collectorTimeoutSeconds,
    clock,
    variables: {
      ...aws.environment(accountId, `arn:aws:iam::${accountId}:role/credential-report/collector/x`),
      [collectorEnvironment.bucket]: 'reports',
      [collectorEnvironment.bucketOwner]: bucketOwner,
      [collectorEnvironment.accountNameRole]: nameRole,
    },
  });
  try {
    const errors = [];
    for (const event of events) errors.push(await collector.invoke(event));
    return { errors, seconds: (clock.now().getTime() - Date.parse('2026-11-22T03:04:00Z')) / 1000 };
  } finally {
    collector.release();
    await aws.close();
  }
}

const record = (accountId: string) =>
  JSON.parse(readFileSync(join(folder, `collection-runs/2026/11/22/${accountId}.json`), 'utf8')) as RunRecord;

test.each(Object.entries(recorded))('the report of %s comes out byte for byte', async (accountId, file) => {
  expect((await run(accountId)).errors).toEqual([null]);
  const { key, users, account_name, warnings, collector_version } = record(accountId);
  expect(collector_version).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{8}$/);
  expect(readFileSync(join(folder, key ?? ''))).toEqual(readFileSync(join(fixtures, file)));
  expect(account_name).toBe(`R&D / "${accountId}" 100%`);
  expect(users).toBe(readFileSync(join(fixtures, file), 'utf8').split('\n').length - 1);
  expect(warnings).toEqual(
    file === 'uppercase-booleans.csv' ? ['the report has no row of the root user'] : [],
  );
});

const member = '123456789012';
const day = { account: member, day: '2026-11-22' };
const cases: { name: string; faults: Fault[]; expected: Partial<RunRecord>; error?: string }[] = [
  {
    name: 'throttled IAM',
    faults: [
      { ...day, action: 'iam:GenerateCredentialReport', kind: 'throttling', times: 12 },
      { ...day, action: 'iam:GetCredentialReport', kind: 'throttling', times: 12 },
    ],
    expected: { status: 'collected', warnings: [] },
  },
  {
    name: 'no capacity for a while',
    faults: [{ ...day, action: 'iam:GenerateCredentialReport', kind: 'limit-exceeded', times: 3 }],
    expected: { status: 'collected', warnings: [] },
  },
  {
    name: 'cut connections',
    faults: [
      { ...day, action: 'iam:GenerateCredentialReport', kind: 'cut-connection', times: 8 },
      { ...day, action: 's3:PutObject', kind: 'cut-connection', times: 1 },
    ],
    expected: { status: 'collected', warnings: [] },
  },
  {
    name: 'lost answers to both puts',
    faults: [{ ...day, action: 's3:PutObject', kind: 'lost-answer', times: 2 }],
    expected: { status: 'collected', warnings: [] },
  },
  {
    name: 'a race of two puts',
    faults: [{ ...day, action: 's3:PutObject', kind: 'conflict', times: 2 }],
    expected: { status: 'collected', warnings: [] },
  },
  {
    name: 'servers of IAM that fail',
    faults: [{ ...day, action: 'iam:GenerateCredentialReport', kind: 'server-error', times: 10 }],
    expected: { status: 'collected', warnings: [] },
  },
  {
    name: 'Organizations that is throttled for a short while',
    // Asked in a session of the management account's role.
    faults: [
      { ...day, account: management, action: 'organizations:DescribeAccount', kind: 'throttling', times: 3 },
    ],
    expected: { status: 'collected', account_name: `R&D / "${member}" 100%`, warnings: [] },
  },
  {
    name: 'a name role that is denied',
    faults: [{ ...day, action: 'sts:AssumeRole', kind: 'access-denied' }],
    expected: { status: 'collected', account_name: '', key: `credential-reports/2026/11/22/${member}-.csv` },
  },
  {
    name: 'IAM that is denied',
    faults: [{ ...day, action: 'iam:GenerateCredentialReport', kind: 'access-denied' }],
    expected: { status: 'failed', key: null },
    error: 'AccessDenied',
  },
  {
    name: 'a report that stays in the making',
    faults: [{ ...day, action: 'iam:GenerateCredentialReport', kind: 'in-progress' }],
    expected: { status: 'failed', key: null },
    error: 'ReportTimeoutError',
  },
  {
    name: 'a call of IAM that is not answered once',
    faults: [{ ...day, action: 'iam:GetCredentialReport', kind: 'no-answer', times: 1 }],
    expected: { status: 'collected', warnings: [] },
  },
  {
    name: 'IAM that does not answer for a while',
    // All attempts of the SDK, so that its error reaches the collector.
    faults: [{ ...day, action: 'iam:GetCredentialReport', kind: 'no-answer', times: 7 }],
    expected: { status: 'collected', warnings: [] },
  },
  {
    name: 'IAM that never answers',
    faults: [{ ...day, action: 'iam:GetCredentialReport', kind: 'no-answer' }],
    expected: { status: 'failed', key: null },
    error: 'ReportTimeoutError',
  },
  {
    name: 'a report that stays in the making, and S3 that does not answer for half a minute',
    faults: [
      { ...day, action: 'iam:GenerateCredentialReport', kind: 'in-progress' },
      { ...day, action: 's3:PutObject', kind: 'no-answer', times: 3 },
    ],
    expected: { status: 'failed', key: null },
    error: 'ReportTimeoutError',
  },
  {
    name: 'an account name that nobody answers',
    faults: [{ ...day, account: management, action: 'organizations:DescribeAccount', kind: 'no-answer' }],
    expected: { status: 'collected', account_name: '', key: `credential-reports/2026/11/22/${member}-.csv` },
  },
  {
    name: 'S3 that does not answer for a while',
    faults: [{ ...day, action: 's3:PutObject', kind: 'no-answer', times: 7 }],
    expected: { status: 'failed', key: null },
    error: 'TimeoutError',
  },
];

test.each(cases)('against $name', async ({ faults, expected, error }) => {
  const { errors, seconds } = await run(member, faults);
  expect(errors.map((each) => each?.name)).toEqual([error]);
  expect(record(member)).toMatchObject(expected);
  expect(seconds).toBeLessThan(collectorTimeoutSeconds);
});

test('a report that is late, and then nobody who answers: a failed record is there before the function ends', async () => {
  const { errors, seconds } = await run(member, [
    { ...day, action: 'iam:GenerateCredentialReport', kind: 'no-answer', times: 38 },
    { ...day, action: 'sts:AssumeRole', kind: 'no-answer' },
    { ...day, action: 's3:PutObject', kind: 'no-answer', times: 4 },
  ]);
  const error = { name: 'NoAnswerError', message: 'S3 gave no answer in the time of this run' };
  expect(errors).toEqual([error]);
  expect(record(member)).toMatchObject({ status: 'failed', key: null, error });
  // Else it was not late enough to prove anything.
  expect(seconds).toBeGreaterThan(collectorTimeoutSeconds - 30);
  expect(seconds).toBeLessThan(collectorTimeoutSeconds);
});

test('after a failed run of the day, a report whose answer got lost is collected all the same', async () => {
  const event = { scheduled_at: scheduledAt };
  const faults: Fault[] = [
    { ...day, action: 'iam:GenerateCredentialReport', kind: 'access-denied', times: 1 },
    // The put of the first run, a failed record, is answered; that of the report is not.
    { ...day, action: 's3:PutObject', kind: 'slow', milliseconds: 0, times: 1 },
    { ...day, action: 's3:PutObject', kind: 'lost-answer', times: 1 },
  ];
  const { errors } = await run(member, faults, [event, event]);
  expect(errors.map((error) => error?.name)).toEqual(['AccessDenied', undefined]);
  expect(record(member)).toMatchObject({ status: 'collected', warnings: [] });
});

test('a warm environment runs again, and the second report of a day is not stored', async () => {
  const event = { scheduled_at: scheduledAt };
  expect((await run(member, [], [event, event])).errors).toEqual([null, null]);
  expect(readdirSync(join(folder, 'credential-reports/2026/11/22'))).toHaveLength(1);
  expect(record(member).warnings).toEqual([]);
});

test('a bucket that belongs to somebody else gets nothing', async () => {
  const { errors } = await run(member, [], [{ scheduled_at: scheduledAt }], '100000000666');
  expect(errors[0]?.message).toContain('the run record could not be stored either');
  expect(readdirSync(folder)).toEqual([]);
});
