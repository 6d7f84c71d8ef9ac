import { IAMClient } from '@aws-sdk/client-iam';
import { collect } from '../../../lambda/collector/collect';
import { openLocalAthena } from '../../../local/athena';
import { startOrganization } from '../../../local/organization';
import { longAfter, storedObjects } from '../../local/athena/stored-objects';

/** A call of IAM that is denied, from the collector to the answers: coverage names it, and what it would tell is unknown, never a pass. */

const id = '100000000007';
const createdAt = '2025-01-02T03:04:05Z';
const accessKeys = { 1: [{ at: '2026-08-01T10:00:00Z', event: 'created' }] } as const;
const account = {
  id,
  name: 'Sandbox',
  email: 'x@example.com',
  joinedAt: '2020-01-01T00:00:00Z',
  parentId: 'r-any1',
  root: {
    password: [{ at: '2020-01-01T00:00:00Z', event: 'enabled' }],
    mfa: [{ at: '2020-02-02T00:00:00Z', event: 'on' }],
  },
  passwordPolicy: { MinimumPasswordLength: 14, PasswordReusePrevention: 24 },
  users: [
    {
      name: 'admin',
      createdAt,
      accessKeys,
      attachedPolicies: [{ arn: 'arn:aws:iam::aws:policy/AdministratorAccess' }],
    },
    {
      name: 'ben',
      createdAt,
      accessKeys,
      serviceCredentials: [
        { id: 'ACCAEXAMPLE0000000001', service: 'bedrock.amazonaws.com', createdAt, status: 'Active' },
      ],
    },
  ],
} as const;
const organization = {
  id: 'o-anycompany1',
  managementAccountId: id,
  rootId: 'r-any1',
  organizationalUnits: [],
  accounts: [account],
};

const questions = {
  coverage: 'SELECT status, facts_not_read FROM latest_coverage',
  controls: `SELECT control, result FROM latest_control_result
    WHERE control IN ('key-quarantined', 'admin-with-key', 'service-credential', 'root-hardware-mfa', 'password-policy')`,
  keys: 'SELECT user_name, key_id IS NOT NULL, admin_right, advice FROM latest_key_triage ORDER BY user_name',
  rootDevice: 'SELECT kind FROM mfa_device WHERE is_root',
  summary: 'SELECT summary IS NOT NULL FROM account_setting',
} as const;

type Answers = Readonly<Record<keyof typeof questions, readonly unknown[]>>;

/**
 * What the views answer when a call is denied.
 * @param puts throws for a key that cannot be put
 */
async function answersWithout(
  denied?: string,
  puts: (key: string) => void = () => undefined,
): Promise<Answers> {
  const scheduledAt = new Date('2026-11-22T03:00:00Z');
  let time = scheduledAt.getTime();
  const now = () => new Date(time);
  const faults = denied === undefined ? [] : [{ action: `iam:${denied}`, kind: 'access-denied' as const }];
  const aws = await startOrganization({ organization, buckets: [], now, faults });
  const credentials = aws.credentials(id);
  const iam = new IAMClient({ endpoint: aws.endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
  const line = { account_id: id, account_name: 'Sandbox', expected: true };
  const objects: Record<string, string> = {
    'accounts/2026/11/22/accounts.jsonl': `${JSON.stringify(line)}\n`,
  };
  const put = async (key: string, body: Uint8Array | string) => {
    puts(key);
    objects[key] = Buffer.from(body).toString();
    return Promise.resolve('stored' as const);
  };
  try {
    await collect(
      {
        iam,
        facts: 'all',
        accountName: () => Promise.resolve('Sandbox'),
        store: { putNew: put, replace: put },
        now,
        sleep: (milliseconds) => Promise.resolve(void (time += milliseconds)),
        random: () => 0,
        abortIn: () => AbortSignal.timeout(60_000),
        remainingMs: () => scheduledAt.getTime() + 600_000 - time,
        version: '9.9.9',
      },
      { accountId: id, scheduledAt },
    );
  } finally {
    iam.destroy();
    await aws.close();
  }
  const athena = await openLocalAthena({ dataFolder: storedObjects(objects), now: longAfter });
  try {
    const answers: [string, readonly unknown[]][] = [];
    for (const [name, sql] of Object.entries(questions)) answers.push([name, (await athena.query(sql)).rows]);
    return Object.fromEntries(answers) as Answers;
  } finally {
    athena.close();
  }
}

const known = {
  coverage: [['collected', null]],
  controls: {
    'key-quarantined': 'passed',
    'admin-with-key': 'failed',
    'service-credential': 'failed',
    'root-hardware-mfa': 'failed',
    'password-policy': 'passed',
  },
  keys: [
    ['admin', true, 'yes', 'delete'],
    ['ben', true, 'no', 'delete'],
  ],
  rootDevice: [['virtual']],
  summary: [[true]],
};

const noData = (...controls: readonly string[]) => ({
  controls: { ...known.controls, ...Object.fromEntries(controls.map((control) => [control, 'no data'])) },
});

test.each<[string, object]>([
  [
    'GetAccountAuthorizationDetails',
    {
      ...noData('key-quarantined', 'admin-with-key'),
      keys: [
        ['admin', true, 'unknown', 'deactivate and watch'],
        ['ben', true, 'unknown', 'deactivate and watch'],
      ],
    },
  ],
  [
    'ListAccessKeys',
    {
      keys: [
        ['admin', false, 'yes', 'deactivate and watch'],
        ['ben', false, 'no', 'deactivate and watch'],
      ],
    },
  ],
  ['ListVirtualMFADevices', { ...noData('root-hardware-mfa'), rootDevice: [['unknown']] }],
  ['ListServiceSpecificCredentials', noData('service-credential')],
  ['GetAccountPasswordPolicy', noData('password-policy')],
  ['GetAccountSummary', { summary: [[false]] }],
])('what %s would tell is unknown, and nothing else', async (call, unknown) => {
  const { controls, ...answers } = await answersWithout(call);
  expect({ ...answers, controls: Object.fromEntries(controls as [string, string][]) }).toEqual({
    ...known,
    coverage: [['collected', `${call}: AccessDenied`]],
    ...unknown,
  });
});

test('where every call is answered all of it is known', async () => {
  const { controls, ...answers } = await answersWithout();
  expect({ ...answers, controls: Object.fromEntries(controls as [string, string][]) }).toEqual(known);
});

test('facts that could not be stored are named like a call', async () => {
  const { coverage, keys } = await answersWithout(undefined, (key) => {
    if (key.startsWith('user-facts/')) throw Object.assign(new Error('reduce'), { name: 'SlowDown' });
  });
  expect(coverage).toEqual([['collected', 'PutObject: SlowDown']]);
  expect(keys).toEqual(['admin', 'ben'].map((user) => [user, false, 'unknown', 'deactivate and watch']));
});
