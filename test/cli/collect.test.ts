import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { RunRecord } from '../../lambda/report/run-record';
import {
  startOrganization,
  type EmbeddedOrganization,
  type Fault,
  type OrganizationData,
} from '../../local/organization';
import { ownMachineHidden } from './own-machine-hidden';
import { runCommand } from './run-command';

const management = '100000000001';
const recorded = '123456789012';
const fixture = join(__dirname, '../fixtures/credential-reports/live-2026-09-11.csv');
const adminRole = (id: string) => ({
  arn: `arn:aws:iam::${id}:role/OrganizationAccountAccessRole`,
  trusted: [management],
});
const account = (id: string, name: string) => ({
  id,
  name,
  email: `aws+${id}@example.com`,
  joinedAt: '2021-05-01T10:00:00Z',
  parentId: 'r-root',
  roles: [adminRole(id)],
});

const organization: OrganizationData = {
  id: 'o-anycompany1',
  managementAccountId: management,
  rootId: 'r-root',
  organizationalUnits: [],
  accounts: [
    account(management, 'AnyCompany'),
    {
      ...account('100000000002', 'Audit'),
      delegatedFor: ['member.org.stacksets.cloudformation.amazonaws.com'],
    },
    {
      ...account('100000000007', '=R&D / "Prod"'),
      users: [{ name: 'a', createdAt: '2022-01-01T00:00:00Z' }],
    },
    { ...account('100000000008', 'No role here'), roles: [] },
    {
      ...account('100000000009', 'Closing'),
      states: [{ at: '2026-11-01T00:00:00Z', to: 'PENDING_CLOSURE' }],
    },
    account('100000000010', 'Denied'),
    account('100000000011', 'Throttled'),
    { ...account('100000000012', 'Mixed up'), recordedReport: fixture },
    { ...account('100000000013', 'Empty'), recordedReport: new Uint8Array() },
    { ...account(recorded, 'Recorded'), recordedReport: fixture },
  ],
  outsiders: [{ id: '200000000001' }],
};
const generate = 'iam:GenerateCredentialReport';
const faults: Fault[] = [
  {
    account: '100000000010',
    action: 'organizations:ListRoots',
    kind: 'error',
    error: { code: 'UnsupportedAPIEndpointException', status: 400, message: 'not in this region' },
  },
  { account: '100000000010', action: generate, kind: 'access-denied' },
  { account: '100000000011', action: generate, kind: 'throttling', times: 1 },
  { account: '100000000011', action: generate, kind: 'limit-exceeded', times: 1 },
  { account: '100000000011', action: generate, kind: 'in-progress', times: 5 },
];

let folder: string;
let server: EmbeddedOrganization;
// Only Date stands still: a client that finds its clock far from the server's tries everything twice.
const timers = [
  'setTimeout',
  'setInterval',
  'setImmediate',
  'nextTick',
  'queueMicrotask',
  'performance',
] as const;
const pass = (milliseconds: number) => void jest.setSystemTime(Date.now() + milliseconds);
const clock = {
  now: () => new Date(),
  sleep: (milliseconds: number) => Promise.resolve(pass(milliseconds)),
};

beforeAll(async () => {
  jest.useFakeTimers({ now: Date.parse('2026-11-22T06:00:00Z'), doNotFake: [...timers] });
  folder = mkdtempSync(join(tmpdir(), 'collect-'));
  const buckets = [{ name: 'central-reports', folder: join(folder, 'bucket'), ownerAccountId: management }];
  server = await startOrganization({ organization, buckets, faults, now: clock.now });
  Object.assign(process.env, ownMachineHidden);
});
afterAll(async () => {
  jest.useRealTimers();
  await server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  Object.assign(process.env, server.environment(management));
});

const collect = (...words: string[]) => runCommand(['collect', ...words, '--format', 'json'], clock);
const runRecord = (out: string, id: string) =>
  JSON.parse(readFileSync(join(out, `collection-runs/2026/11/22/${id}.json`), 'utf8')) as RunRecord;

const expectedOutcome = [
  [management, 'AnyCompany', 'collected', 1, /^$/],
  ['100000000002', 'Audit', 'collected', 1, /^$/],
  ['100000000007', '=R&D / "Prod"', 'collected', 2, /^$/],
  ['100000000008', 'No role here', 'failed', null, /AssumeRole/],
  ['100000000009', 'Closing', 'not expected', null, /^the account is PENDING_CLOSURE$/],
  ['100000000010', 'Denied', 'failed', null, /not authorized to perform: iam:GenerateCredentialReport/],
  ['100000000011', 'Throttled', 'collected', 1, /^$/],
  ['100000000012', 'Mixed up', 'failed', null, /belongs to account 123456789012, expected 100000000012$/],
  ['100000000013', 'Empty', 'failed', null, /IAM returned an empty report$/],
  [recorded, 'Recorded', 'collected', 11, /^$/],
].map(([account_id, account_name, status, users, remarks]) => ({
  account_id,
  account_name,
  status,
  users,
  remarks: expect.stringMatching(remarks as RegExp) as unknown,
}));

describe('collect', () => {
  test('collects every account it can into a folder; failures stop no other and are recorded', async () => {
    const out = join(folder, 'first');
    const { code, out: summary, err } = await collect('--out', out);
    expect(JSON.parse(summary)).toEqual(expectedOutcome);
    expect(err).toContain(`5 of 9 accounts collected into ${out}, 4 failed\n`);
    expect(code).toBe(2);

    expect(readdirSync(join(out, 'credential-reports/2026/11/22'))).toEqual([
      '100000000001-AnyCompany.csv',
      '100000000002-Audit.csv',
      '100000000007-=3DR=26D=20=2F=20=22Prod=22.csv',
      '100000000011-Throttled.csv',
      '123456789012-Recorded.csv',
    ]);
    const stored = readFileSync(join(out, 'credential-reports/2026/11/22/123456789012-Recorded.csv'));
    expect(stored.equals(readFileSync(fixture))).toBe(true);
    expect(runRecord(out, '100000000008')).toMatchObject({ status: 'failed', key: null });
    expect(runRecord(out, '100000000010')).toMatchObject({
      status: 'failed',
      error: { name: 'AccessDenied' },
    });
    expect(runRecord(out, management)).toMatchObject({ status: 'collected', users: 1 });
    const lines = readFileSync(join(out, 'accounts/2026/11/22/accounts.jsonl'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { account_id: string }).account_id)).toEqual(
      organization.accounts.map(({ id }) => id),
    );
    expect((await runCommand(['verify', '--data', out])).code).toBe(0);
  });

  test('a second run of the day stores nothing new', async () => {
    const out = join(folder, 'again');
    await collect('--out', out);
    const report = join(out, 'credential-reports/2026/11/22/100000000007-=3DR=26D=20=2F=20=22Prod=22.csv');
    const before = { modified: statSync(report).mtimeMs, record: runRecord(out, '100000000007') };
    pass(5 * 3_600_000);
    const { out: summary, err } = await collect('--out', out);
    expect(JSON.parse(summary)).toContainEqual({
      account_id: '100000000007',
      account_name: '=R&D / "Prod"',
      status: 'kept',
      users: 2,
      remarks: expect.stringMatching(
        /^kept the report that IAM generated at 2026-11-22T06:\S+Z, stored at 2026-11-22T06:\S+Z$/,
      ) as unknown,
    });
    expect(err).toContain(
      `0 of 9 accounts collected into ${out}, 5 kept as stored earlier in the day, 4 failed\n`,
    );
    expect({ modified: statSync(report).mtimeMs, record: runRecord(out, '100000000007') }).toEqual(before);
  });

  test('a kept report is compared, byte for byte and by the time of its own run', async () => {
    const out = join(folder, 'compared');
    const key = `credential-reports/2026/11/22/${recorded}-Recorded.csv`;
    await collect('--out', out);
    const remarks = async () => {
      const rows = JSON.parse((await collect('--out', out)).out) as { account_id: string; remarks: string }[];
      return rows.find(({ account_id }) => account_id === recorded)?.remarks;
    };
    // The recorded report is the same at all times.
    expect(await remarks()).toMatch(/^kept the report that IAM generated at \S+, stored at \S+$/);
    const stored = readFileSync(join(out, key));
    const other = Buffer.from(stored.toString('latin1').replace('false', 'fAlse'), 'latin1');
    writeFileSync(join(out, key), other);
    expect(await remarks()).toMatch(
      new RegExp(`differs: ${stored.length} bytes .*, kept ${stored.length} bytes `),
    );
    rmSync(join(out, `collection-runs/2026/11/22/${recorded}.json`));
    expect(await remarks()).toMatch(
      /^kept the report of an earlier run, of which no record tells when it was taken; /,
    );
  });

  test('a bucket is read for what was kept', async () => {
    await collect('--out', 's3://central-reports');
    const { out: summary } = await collect('--out', 's3://central-reports');
    expect(summary).toMatch(
      /"status": ?"kept",\s*"users": ?11,\s*"remarks": ?"kept the report that IAM generated at/,
    );
  });

  test('a bucket gets the same keys as a folder', async () => {
    const { code } = await collect('--out', 's3://central-reports', '--concurrency', '2');
    expect(code).toBe(2);
    expect(readdirSync(join(folder, 'bucket/credential-reports/2026/11/22'))).toHaveLength(5);
    expect(runRecord(join(folder, 'bucket'), '100000000008').status).toBe('failed');
  });

  test('a delegated administrator collects its own account without a role, and reads the names', async () => {
    Object.assign(process.env, server.environment('100000000002'));
    const out = join(folder, 'delegated');
    await collect('--out', out);
    expect(runRecord(out, '100000000002')).toMatchObject({ status: 'collected', account_name: 'Audit' });
    expect(runRecord(out, management)).toMatchObject({ status: 'failed', account_name: '' });
  });

  test('another role is assumed when asked for', async () => {
    const { out } = await collect('--out', join(folder, 'role'), '--role-name', 'Elsewhere');
    expect(out).toContain('arn:aws:iam::100000000007:role/Elsewhere');
  });

  test('exit code 0 when every account was collected', async () => {
    const small = { ...organization, accounts: organization.accounts.filter(({ id }) => id === management) };
    const other = await startOrganization({ organization: small, buckets: [], now: clock.now });
    Object.assign(process.env, other.environment(management));
    try {
      expect((await collect('--out', join(folder, 'small'))).code).toBe(0);
    } finally {
      await other.close();
    }
  });
});

describe('collect says what is needed', () => {
  const expired = async () => {
    const sts = new STSClient({
      endpoint: server.endpoint,
      region: 'us-east-1',
      credentials: server.credentials(management),
    });
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: adminRole('100000000007').arn,
        RoleSessionName: 'expiring',
        DurationSeconds: 900,
      }),
    );
    pass(901_000);
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId,
      AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey,
      AWS_SESSION_TOKEN: Credentials?.SessionToken,
    });
  };
  const without = (...names: string[]) => names.forEach((name) => delete process.env[name]);
  const cases: { name: string; prepare?: () => void | Promise<void>; words?: string[]; err: RegExp }[] = [
    {
      name: 'no credentials',
      prepare: () => without('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'),
      err: /^error: asking STS .* failed: no credentials were found .* set AWS_PROFILE/,
    },
    {
      name: 'expired credentials',
      prepare: expired,
      err: /failed: the credentials have expired: sign in again/,
    },
    {
      name: 'an unknown access key',
      prepare: () => void Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'ASIAUNKNOWNUNKNOWN00' }),
      err: /failed: AWS does not know the access key: sign in again/,
    },
    {
      name: 'no region',
      prepare: () => without('AWS_REGION'),
      err: /needs a region: give --region or set AWS_REGION$/m,
    },
    {
      name: 'an unknown profile',
      prepare: () => without('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'),
      words: ['--profile', 'nobody'],
      err: /no credentials were found/,
    },
    {
      name: 'a member account',
      prepare: () => void Object.assign(process.env, server.environment('100000000007')),
      err: /was denied: use credentials of the management account 100000000001 or of a delegated administrator/,
    },
    {
      name: 'an error of Organizations that is no denial',
      prepare: () => void Object.assign(process.env, server.environment('100000000010')),
      err: /^error: listing the accounts failed: UnsupportedAPIEndpointException: not in this region\n$/,
    },
    {
      name: 'an account outside of any organization',
      prepare: () => void Object.assign(process.env, server.environment('200000000001')),
      err: /^error: account 200000000001 belongs to no organization\n$/,
    },
    {
      name: 'a bucket with a prefix',
      words: ['--out', 's3://central-reports/some/where'],
      err: /--out s3:\/\/central-reports\/some\/where is no bucket: it must be s3:\/\/bucket without a prefix/,
    },
    {
      name: 'a bucket that is not there',
      words: ['--out', 's3://no-such-bucket'],
      err: /writing the list of accounts to s3:\/\/no-such-bucket failed: NoSuchBucket/,
    },
    {
      name: 'a bucket of another account than said',
      words: ['--out', 's3://central-reports', '--bucket-owner', '100000000002'],
      err: /AccessDenied: .*; S3 answers so too for a bucket that does not belong to account 100000000002: name the account that owns it with --bucket-owner\n$/,
    },
    { name: 'a file as the folder', words: ['--out', __filename], err: /cannot be a folder/ },
    { name: 'no workers', words: ['--concurrency', '0'], err: /a whole number from 1 on/ },
  ];

  test.each(cases)('$name', async ({ prepare, words, err }) => {
    await prepare?.();
    const outcome = await runCommand(['collect', '--out', join(folder, 'refused'), ...(words ?? [])], clock);
    expect(outcome).toMatchObject({ code: 1, out: '' });
    expect(outcome.err).toMatch(err);
    expect(outcome.err).not.toMatch(/^ {4}at /m);
  });
});
