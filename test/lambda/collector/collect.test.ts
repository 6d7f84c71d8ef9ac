import { createHash } from 'node:crypto';
import { collect } from '../../../lambda/collector/collect';
import { accountId, reportHeader, reportOf, World, type Answer } from './world';

const request = { accountId, scheduledAt: new Date('2026-11-22T02:55:00Z') };
const ready: Answer[] = [{ generate: 'COMPLETE' }, { get: reportOf() }];
const reportKey = `credential-reports/2026/11/22/${accountId}-Sandbox=201.csv`;

/** Every answer that is no report, and how often and how long the collector waits because of it. */
const waits: { name: string; script: Answer[]; sleeps: number[]; asked: string }[] = [
  { name: 'a report of the last 4 hours', script: [], sleeps: [], asked: 'generate get' },
  {
    name: 'a report that takes a while',
    script: [{ generate: 'STARTED' }, { generate: 'INPROGRESS' }, { generate: 'INPROGRESS' }],
    sleeps: [750, 1500, 3000],
    asked: 'generate generate generate generate get',
  },
  ...(
    [
      ['CredentialReportNotPresentException', 410, 750],
      ['CredentialReportExpiredException', 410, 750],
      ['CredentialReportNotReadyException', 404, 750],
    ] as const
  ).map(([error, status, sleep]) => ({
    name: `${error} after COMPLETE`,
    script: [{ generate: 'COMPLETE' }, { error, status }],
    sleeps: [sleep],
    asked: 'generate get generate get',
  })),
  ...(
    [
      ['LimitExceededException', 409],
      ['ReportGenerationLimitExceededException', 409],
      ['Throttling', 400],
      ['ThrottlingException', 400],
      ['TooManyRequestsException', 429],
      ['ServiceFailureException', 500],
      ['InternalFailure', 503],
    ] as const
  ).map(([error, status]) => ({
    name: error,
    script: [{ error, status }],
    sleeps: [3000],
    asked: 'generate generate get',
  })),
];

test.each(waits)('waits for $name', async ({ script, sleeps, asked }) => {
  const world = new World([...script, ...ready]);
  await expect(collect(world.deps, request)).resolves.toMatchObject({
    record: { status: 'collected' },
    isNew: true,
  });
  expect(world.sleeps).toEqual(sleeps);
  expect(world.asked.join(' ')).toBe(asked);
});

test('stores the untouched bytes and then what it knows about the run', async () => {
  const bytes = Buffer.from(reportOf(['josé,arn:aws:iam::100000000007:user/x']));
  const world = new World([{ generate: 'COMPLETE' }, { get: bytes.toString('latin1') }]);
  await collect(world.deps, request);
  expect([...world.objects.keys()]).toEqual([reportKey, `collection-runs/2026/11/22/${accountId}.json`]);
  expect(world.objects.get(reportKey)).toBe(bytes.toString('latin1'));
  expect(world.record()).toEqual({
    account_id: accountId,
    account_name: 'Sandbox 1',
    status: 'collected',
    scheduled_at: '2026-11-22T02:55:00.000Z',
    started_at: '2026-11-22T03:00:00.000Z',
    finished_at: '2026-11-22T03:00:00.000Z',
    report_generated_at: '2026-11-22T02:30:00.000Z',
    users: 2,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    key: reportKey,
    facts: null,
    collector_version: '9.9.9',
    warnings: [],
    error: null,
  });
});

test('a run after midnight counts for the day it was scheduled for', async () => {
  const world = new World(ready);
  await collect(world.deps, { accountId, scheduledAt: new Date('2026-11-21T23:59:59Z') });
  expect(world.objects.has(`credential-reports/2026/11/21/${accountId}-Sandbox=201.csv`)).toBe(true);
});

const refused: { name: string; script: Answer[]; error: { name: string; message: string } }[] = [
  {
    name: 'an empty report',
    script: [{ generate: 'COMPLETE' }, { get: '' }],
    error: { name: 'RefusedReportError', message: 'IAM returned an empty report' },
  },
  {
    name: "another account's report",
    script: [{ generate: 'COMPLETE' }, { get: reportOf([], '100000000008') }],
    error: {
      name: 'RefusedReportError',
      message: 'the report belongs to account 100000000008, expected 100000000007',
    },
  },
  {
    name: "one row of another account's",
    script: [{ generate: 'COMPLETE' }, { get: reportOf(['x,arn:aws-cn:iam::100000000009:user/x']) }],
    error: {
      name: 'RefusedReportError',
      message: 'the report belongs to account 100000000009, expected 100000000007',
    },
  },
  {
    name: "another account's report with its columns in another order",
    script: [{ generate: 'COMPLETE' }, { get: 'x,user,arn\n1,a,arn:aws:iam::100000000008:user/a' }],
    error: {
      name: 'RefusedReportError',
      message: 'the report belongs to account 100000000008, expected 100000000007',
    },
  },
  {
    name: 'a denied call, at once',
    script: [{ error: 'AccessDenied', status: 403 }],
    error: { name: 'AccessDenied', message: 'Unknown' },
  },
  {
    name: 'a report that never gets ready',
    script: [{ generate: 'INPROGRESS' }],
    error: {
      name: 'ReportTimeoutError',
      message: 'the time for this run is over and the report is not ready, last answer of IAM: INPROGRESS',
    },
  },
  {
    name: 'a limit that never passes',
    script: [{ error: 'LimitExceededException', status: 409 }],
    error: {
      name: 'ReportTimeoutError',
      message:
        'the time for this run is over and the report is not ready, last answer of IAM: LimitExceededException: Unknown',
    },
  },
];

test.each(refused)('fails for $name, and says so in the run record', async ({ script, error }) => {
  const world = new World(script);
  await expect(collect(world.deps, request)).rejects.toMatchObject(error);
  expect(world.record()).toMatchObject({ status: 'failed', error, users: null, sha256: null, key: null });
  expect(world.objects.size).toBe(1);
  expect(world.sleeps.length).toBeLessThan(40);
  expect(world.sleeps.filter((milliseconds) => milliseconds < 750)).toEqual([]);
});

const odd: { name: string; report: string; users: number; warnings: string[] }[] = [
  {
    name: 'a 23rd column',
    report: reportOf([], accountId, `${reportHeader},additional_credentials_info`),
    users: 1,
    warnings: [],
  },
  {
    name: 'a quoted user name with a comma',
    report: reportOf([`"Doe,Jane",arn:aws:iam::${accountId}:user/Doe`]),
    users: 2,
    warnings: [],
  },
  {
    name: 'a path that holds an arn and quotes',
    report: reportOf([`a,"arn:aws:iam::${accountId}:user/""x"",arn:aws:iam::100000000008:user/a"`]),
    users: 2,
    warnings: [],
  },
  {
    name: 'an unquoted user name with a comma',
    report: reportOf([`Doe,Jane,arn:aws:iam::${accountId}:user/Doe`]),
    users: 2,
    warnings: ['1 of 2 rows cannot be read'],
  },
  {
    name: 'half a report',
    report: reportOf([`a,arn:aws:iam::${accountId}:user/a`]).slice(0, -30),
    users: 2,
    warnings: ['1 of 2 rows cannot be read'],
  },
  {
    name: 'a header with columns to come',
    report: reportOf([], accountId, `${reportHeader},additional_credentials_info,passkeys,"a, b"`),
    users: 1,
    warnings: ['the header has columns that are not known: "passkeys", "a, b"'],
  },
  {
    name: 'a header with another 23rd column',
    report: reportOf([], accountId, `${reportHeader},new_column`),
    users: 1,
    warnings: [
      'the header is not a known one: column 23 is "new_column", expected additional_credentials_info',
    ],
  },
  {
    name: 'a header with a column less',
    report: reportOf([], accountId, reportHeader.replace('mfa_active,', '')),
    users: 1,
    warnings: ['the header is not a known one: column 8 is "access_key_1_active", expected mfa_active'],
  },
  {
    name: 'half a header',
    report: 'user,arn',
    users: 0,
    warnings: [
      'the header is not a known one: column 3 is missing, expected user_creation_time',
      'the report has no row of the root user',
    ],
  },
  {
    name: 'something that is no text',
    report: `\x00\xff\xfe\x01${'x'.repeat(200)}\n\x02"`,
    users: 1,
    warnings: [
      `the header is not a known one: column 1 is "\\u0000\ufffd\ufffd${'x'.repeat(97)}…", expected user`,
      '1 of 1 rows cannot be read',
      'the report has no row of the root user',
    ],
  },
  {
    name: 'only a header',
    report: reportHeader,
    users: 0,
    warnings: ['the report has no row of the root user'],
  },
];

test.each(odd)('stores $name as it came', async ({ report, users, warnings }) => {
  const world = new World([{ generate: 'COMPLETE' }, { get: report }]);
  await collect(world.deps, request);
  expect(world.objects.get(reportKey)).toBe(report);
  expect(world.record()).toMatchObject({ status: 'collected', users, warnings });
});

const user = `a,arn:aws:iam::${accountId}:user/a`;
const created = '2026-01-01T00:00:00Z';
const oneRow: { name: string; report: string; users: number; unreadable: number }[] = [
  { name: 'a byte order mark', report: `\xef\xbb\xbf${reportOf([user])}`, users: 2, unreadable: 0 },
  {
    name: 'lines that end in CR LF',
    report: reportOf([user]).replaceAll('\n', '\r\n'),
    users: 2,
    unreadable: 0,
  },
  { name: 'a 24th field', report: `${reportOf([user])},1,2`, users: 2, unreadable: 0 },
  { name: 'a blank line', report: reportOf([user]).replace('\na,', '\n\na,'), users: 3, unreadable: 1 },
  {
    name: 'a line break in quotes',
    report: reportOf([user]).replace('\na,', '\n"a\nb",'),
    users: 3,
    unreadable: 2,
  },
  { name: 'a CR in a field', report: reportOf([user]).replace('\na,', '\na\r,'), users: 3, unreadable: 2 },
  { name: 'an unclosed quote', report: reportOf([user]).replace('\na,', '\n"a,'), users: 2, unreadable: 1 },
  { name: 'a stray quote', report: reportOf([user]).replace('user/a', 'user/a"b'), users: 2, unreadable: 1 },
  {
    name: 'fractional seconds',
    report: reportOf([user]).replace(/Z(?=[^Z]*$)/, '.123Z'),
    users: 2,
    unreadable: 1,
  },
  {
    name: 'an offset without a colon',
    report: reportOf([user]).replace(/Z(?=[^Z]*$)/, '+0000'),
    users: 2,
    unreadable: 1,
  },
  {
    name: 'an offset with a colon',
    report: reportOf([user]).replace(/Z(?=[^Z]*$)/, '+00:00'),
    users: 2,
    unreadable: 0,
  },
  { name: 'n/a in small letters', report: reportOf([user]).replace(/N\/A$/, 'n/a'), users: 2, unreadable: 1 },
  {
    name: 'flags in capitals',
    report: reportOf([user]).replaceAll('false', 'FALSE'),
    users: 2,
    unreadable: 0,
  },
  { name: 'no flag', report: reportOf([user]).replace(/false(?=[^f]*$)/, ''), users: 2, unreadable: 1 },
  {
    name: 'a day that is none',
    report: reportOf([user]).replaceAll(created, '2026-02-30T00:00:00Z'),
    users: 2,
    unreadable: 2,
  },
  {
    name: 'an hour that is none',
    report: reportOf([user]).replaceAll(created, '2026-01-01T24:00:00Z'),
    users: 2,
    unreadable: 2,
  },
];

test.each(oneRow)("counts rows with $name by Athena's rule", async ({ report, users, unreadable }) => {
  const world = new World([{ generate: 'COMPLETE' }, { get: report }]);
  await collect(world.deps, request);
  const warnings = unreadable === 0 ? [] : [`${unreadable} of ${users} rows cannot be read`];
  expect(world.record()).toMatchObject({ status: 'collected', users, warnings });
});

const names: {
  name: string;
  answer: () => Promise<string>;
  accountName: string;
  warning?: string;
  key: string;
}[] = [
  {
    name: 'cannot be read',
    answer: () => Promise.reject(Object.assign(new Error('not yours'), { name: 'AccessDenied' })),
    accountName: '',
    warning: 'the account name could not be read: AccessDenied: not yours',
    key: '',
  },
  {
    name: 'is 128 characters of three bytes each',
    answer: () => Promise.resolve('本'.repeat(128)),
    accountName: '',
    warning: 'the account name is too long for an object name and was left out',
    key: '',
  },
  {
    name: 'is hostile',
    answer: () => Promise.resolve('=R&D / "Prod" 100%,\n'),
    accountName: '=R&D / "Prod" 100%,\n',
    key: '=3DR=26D=20=2F=20=22Prod=22=20100=25=2C=0A',
  },
];

test.each(names)(
  'loses no report when the account name $name',
  async ({ answer, accountName, warning, key }) => {
    const world = new World([...ready], answer);
    await collect(world.deps, request);
    expect(world.objects.has(`credential-reports/2026/11/22/${accountId}-${key}.csv`)).toBe(true);
    expect(world.record()).toMatchObject({ account_name: accountName, warnings: warning ? [warning] : [] });
  },
);

describe('more than one run a day', () => {
  test('a collected record replaces a failed one', async () => {
    const world = new World([{ error: 'AccessDenied', status: 403 }, ...ready]);
    await expect(collect(world.deps, request)).rejects.toThrow();
    await collect(world.deps, request);
    expect(world.record()).toMatchObject({ status: 'collected' });
  });

  test('a failed record replaces nothing', async () => {
    const world = new World([...ready, { error: 'AccessDenied', status: 403 }]);
    await collect(world.deps, request);
    await expect(collect(world.deps, request)).rejects.toThrow();
    expect(world.record()).toMatchObject({ status: 'collected' });
  });

  test('a second report of the day is not stored, and the first record stays', async () => {
    const second = reportOf([`b,arn:aws:iam::${accountId}:user/b`]);
    const world = new World([...ready, { generate: 'COMPLETE' }, { get: second }]);
    await collect(world.deps, request);
    const { record, isNew } = await collect(world.deps, request);
    expect(isNew).toBe(false);
    expect(world.objects.get(reportKey)).toBe(reportOf());
    expect(world.record()).toMatchObject({ users: 1, warnings: [] });
    expect(record.warnings).toEqual(['a report of this day was stored before, this run stored nothing new']);
  });

  test('a report whose record was lost gets its record from the retry', async () => {
    const world = new World([...ready, ...ready]);
    world.putFailures = { 'collection-runs/': 'SlowDown' };
    await expect(collect(world.deps, request)).rejects.toThrow('SlowDown');
    world.putFailures = {};
    await collect(world.deps, request);
    expect(world.record()).toMatchObject({ status: 'collected', users: 1 });
  });

  test('says both when neither the report nor the failed record can be stored', async () => {
    const world = new World([...ready]);
    world.putFailures = { 'credential-reports/': 'bucket gone', 'collection-runs/': 'really gone' };
    await expect(collect(world.deps, request)).rejects.toThrow(
      'bucket gone; the run record could not be stored either',
    );
  });
});
