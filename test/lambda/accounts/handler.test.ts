import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleLambda } from '../../../scripts/bundle-lambda';
import { accountsEnvironment, accountsTimeoutSeconds } from '../../../lambda/accounts/contract';
import { organizationClock } from '../../../local/lambda-environment';
import { startOrganization, type Fault } from '../../../local/organization';
import { management, member, smallOrganization } from '../../local/organization/small-organization';
import { newArn, warmFunction } from '../warm-environments';

/** The accounts function as it is deployed, against the embedded organization. */

async function run(account: string, faults: readonly Fault[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'bucket-'));
  const start = new Date('2026-11-22T02:45:20Z');
  const clock = organizationClock(start);
  const aws = await startOrganization({
    organization: smallOrganization,
    buckets: [{ name: 'reports', folder, ownerAccountId: management, region: 'eu-west-1' }],
    now: () => clock.now(),
    faults,
  });
  const accounts = warmFunction({
    functionArn: newArn(account, 'accounts'),
    code: bundleLambda('accounts'),
    timeoutSeconds: accountsTimeoutSeconds,
    clock,
    variables: {
      ...aws.environment(account),
      AWS_REGION: 'eu-central-1',
      [accountsEnvironment.bucket]: 'reports',
      [accountsEnvironment.bucketOwner]: management,
      [accountsEnvironment.bucketRegion]: 'eu-west-1',
      [accountsEnvironment.managementAccountId]: management,
      [accountsEnvironment.targets]: 'r-root',
      [accountsEnvironment.excludedAccounts]: member,
      [accountsEnvironment.includeTags]: 'true',
      [accountsEnvironment.ownerTag]: 'team',
    },
  });
  try {
    const error = await accounts.invoke({ scheduled_at: '2026-11-22T02:45:00Z' });
    const seconds = (clock.now().getTime() - start.getTime()) / 1000;
    const text =
      error === null ? readFileSync(join(folder, 'accounts/2026/11/22/accounts.jsonl'), 'utf8') : '';
    return { error, seconds, text };
  } finally {
    accounts.release();
    await aws.close();
    rmSync(folder, { recursive: true });
  }
}

const list = 'organizations:ListAccounts';
const tags = 'organizations:ListTagsForResource';

test.each<[string, Fault[]]>([
  ['a quiet organization', []],
  ['throttled lists', [{ action: list, kind: 'throttling', times: 6 }]],
  ['throttled tags', [{ action: tags, kind: 'throttling', times: 8 }]],
  ['servers that fail', [{ action: list, kind: 'server-error', times: 2 }]],
  ['cut connections', [{ action: 's3:PutObject', kind: 'cut-connection', times: 2 }]],
])('%s: every account is a line, and the bucket is in its own region', async (_, faults) => {
  const { error, text, seconds } = await run(management, faults);
  expect(error).toBeNull();
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map((line) => [line['account_id'], line['expected'], line['not_expected_reason']])).toEqual([
    ['100000000001', true, null],
    ['100000000002', true, null],
    ['100000000007', false, 'excluded'],
    ['100000000008', false, 'not_active'],
  ]);
  expect(lines[2]).toMatchObject({
    ou_path: 'Root/Prod/Web',
    owner_tag: 'team',
    tags: { team: 'R&D', cost: '=1' },
  });
  expect(lines[2]).not.toHaveProperty('email');
  expect(lines.map((line) => line['root_centrally_managed'])).toEqual([false, false, false, false]);
  expect(seconds).toBeLessThan(accountsTimeoutSeconds);
});

test.each<[string, string, Fault[], string]>([
  [
    'throttling that does not end',
    management,
    [{ action: list, kind: 'throttling' }],
    'TooManyRequestsException',
  ],
  ['an account that may not list', member, [], 'AccessDeniedException'],
  ['a bucket that denies', management, [{ action: 's3:PutObject', kind: 'access-denied' }], 'AccessDenied'],
])(
  '%s fails the run, so that Lambda tries again and the alarm notifies',
  async (_, account, faults, name) => {
    const { error, seconds } = await run(account, faults);
    expect(error?.name).toBe(name);
    expect(seconds).toBeLessThan(accountsTimeoutSeconds);
  },
);
