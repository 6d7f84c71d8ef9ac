import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { STSClient } from '@aws-sdk/client-sts';
import type { PreflightClients } from '../../cli/preflight/clients';
import { configChecks } from '../../cli/preflight/config-checks';
import { dataAccountChecks } from '../../cli/preflight/data-account-checks';
import { memberSample } from '../../cli/preflight/member-sample';
import { startOrganization, type EmbeddedOrganization, type Fault } from '../../local/organization';

/** Whom preflight looks at beside the caller's own account. */

const management = '100000000001';
const caller = { accountId: management, arn: `arn:aws:iam::${management}:root`, partition: 'aws' };
const account = (id: string, more: object = {}) => ({
  id,
  name: `Account ${id}`,
  email: `${id}@example.com`,
  joinedAt: '2020-01-01T00:00:00Z',
  parentId: 'r-any1',
  ...more,
});

let aws: EmbeddedOrganization | undefined;
afterEach(async () => {
  await aws?.close();
  aws = undefined;
});

async function clients(faults: readonly Fault[] = []): Promise<PreflightClients> {
  aws = await startOrganization({
    organization: {
      id: 'o-anycompany1',
      managementAccountId: management,
      rootId: 'r-any1',
      organizationalUnits: [],
      accounts: [
        account(management),
        account('100000000002', { states: [{ at: '2026-01-01T00:00:00Z', to: 'SUSPENDED' }] }),
        ...['100000000003', '100000000004', '100000000005', '100000000006'].map((id) => account(id)),
      ],
    },
    buckets: [],
    now: () => new Date('2026-11-22T00:00:00Z'),
    faults,
  });
  const settings = {
    endpoint: aws.endpoint,
    region: 'us-east-1',
    credentials: aws.credentials(management),
    maxAttempts: 1,
  };
  const found = { GetPolicy: {} };
  return {
    settings,
    organizations: new OrganizationsClient(settings),
    sts: new STSClient(settings),
    iam: { send: () => Promise.resolve(found) },
  } as unknown as PreflightClients;
}

test('three active members stand for all: not the caller, not a suspended one', async () => {
  const sample = await memberSample(await clients(), caller);
  expect(sample.map(({ accountId }) => accountId)).toEqual(['100000000003', '100000000004', '100000000005']);
});

test('members that cannot be listed are unknown, with the action', async () => {
  const denied = await clients([{ action: 'organizations:ListAccounts', kind: 'access-denied' }]);
  const file = { config: { permissionsBoundary: 'team/boundary' } };
  const known = { organizationId: 'o-anycompany1', isDeployer: true };
  const results = await configChecks(denied, caller, file, known);
  expect(results.map(({ check, state }) => [check, state])).toEqual([
    [`permissions boundary in ${management}`, 'ready'],
    ['permissions boundary in members', 'unknown'],
  ]);
  expect(results[1]?.detail).toContain('organizations:ListAccounts');
});

test('another data account is not looked at, and the row says so', async () => {
  const asked: unknown[] = [];
  const nobody = { send: (command: unknown) => Promise.reject(new Error(String(asked.push(command)))) };
  const none = { s3: nobody, glue: nobody, athena: nobody, lakeFormation: nobody, cloudFormation: nobody };
  const file = { config: { dataAccount: { id: '100000000007' } } };
  const results = await dataAccountChecks(none as unknown as PreflightClients, caller, 'eu-central-1', file);
  expect(results).toEqual([
    {
      check: 'data account',
      state: 'note',
      detail:
        '100000000007: its bucket, workgroup, database, Lake Formation, key and QuickSight are not seen from here',
      remediation: 'run preflight with credentials of 100000000007 too',
    },
  ]);
  expect(asked).toEqual([]);
});

test.each([{ config: undefined }, { config: {} }, { config: { dataAccount: { id: management } } }])(
  'the own account is looked at: %j',
  async (file) => {
    const denied = Object.assign(new Error('no'), {
      name: 'AccessDenied',
      $metadata: { httpStatusCode: 403 },
    });
    const nobody = { send: () => Promise.reject(denied) };
    const all = { s3: nobody, glue: nobody, athena: nobody, lakeFormation: nobody, cloudFormation: nobody };
    const results = await dataAccountChecks(all as unknown as PreflightClients, caller, 'eu-central-1', file);
    expect(results.map(({ check, state }) => [check, state])).toEqual([
      ['Lake Formation defaults', 'unknown'],
      ['bucket', 'unknown'],
      ['Athena workgroup', 'unknown'],
      ['Athena database', 'unknown'],
    ]);
  },
);
