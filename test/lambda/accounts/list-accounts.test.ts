import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { listAccounts, type DirectoryScope } from '../../../lambda/accounts/list-accounts';
import { startOrganization, type EmbeddedOrganization, type Fault } from '../../../local/organization';

const management = '100000000001';
const member = '100000000007';
const extra = Array.from({ length: 45 }, (_, index) => String(100000000100 + index));
const common = { email: 'aws@example.com', joinedAt: '2020-01-01T00:00:00Z' };

const folder = mkdtempSync(join(tmpdir(), 'accounts-'));
afterAll(() => rmSync(folder, { recursive: true }));

let aws: EmbeddedOrganization | undefined;
afterEach(() => aws?.close());

/** Lists the example organization's accounts as one of them sees it. */
async function list(scope: Partial<DirectoryScope> = {}, faults: readonly Fault[] = [], caller = management) {
  aws = await startOrganization({
    organization: {
      id: 'o-anycompany1',
      managementAccountId: management,
      rootId: 'r-any1',
      organizationalUnits: [
        { id: 'ou-any1-prod0001', name: 'Prod', parentId: 'r-any1' },
        { id: 'ou-any1-web00001', name: 'Web/2', parentId: 'ou-any1-prod0001' },
      ],
      accounts: [
        { ...common, id: management, name: 'AnyCompany', parentId: 'r-any1', joinedMethod: 'INVITED' },
        { ...common, id: member, name: '=R&D, "1"', parentId: 'ou-any1-web00001', tags: { owner: 'Web' } },
        { ...common, id: '100000000008', name: 'Old', parentId: 'r-any1', closedAt: '2026-01-01T00:00:00Z' },
        ...extra.map((id) => ({ ...common, id, name: `Sandbox ${id}`, parentId: 'ou-any1-prod0001' })),
      ],
    },
    buckets: [{ name: 'reports', folder, ownerAccountId: management }],
    now: () => new Date('2026-11-22T00:00:00Z'),
    faults,
  });
  const { endpoint } = aws;
  const client = new OrganizationsClient({
    endpoint,
    region: 'us-east-1',
    credentials: aws.credentials(caller),
    maxAttempts: 5,
  });
  return listAccounts(client, {
    managementAccountId: management,
    targetIds: ['r-any1'],
    excludedAccountIds: [],
    ...scope,
  });
}

test('lists every account once, over all pages, with the names of its units', async () => {
  const lines = await list();
  expect(lines.map((line) => line.account_id)).toEqual([management, member, '100000000008', ...extra]);
  expect(lines[1]).toEqual({
    account_id: member,
    account_name: '=R&D, "1"',
    state: 'ACTIVE',
    joined_at: '2020-01-01T00:00:00.000Z',
    joined_method: 'CREATED',
    ou_path: 'Root/Prod/Web/2',
    ou_ids: ['r-any1', 'ou-any1-prod0001', 'ou-any1-web00001'],
    expected: true,
    not_expected_reason: null,
  });
});

test.each<[string, Partial<DirectoryScope>, Record<string, string | null>]>([
  ['the root', {}, { [management]: null, [member]: null, '100000000008': 'not_active' }],
  ['excluded accounts', { excludedAccountIds: [member] }, { [management]: null, [member]: 'excluded' }],
  [
    'a unit below',
    { targetIds: ['ou-any1-web00001'] },
    { [management]: null, [member]: null, '100000000100': 'outside_ous' },
  ],
  ['a unit above', { targetIds: ['ou-any1-prod0001'] }, { [member]: null, '100000000100': null }],
  [
    'a closed account, excluded or not',
    { excludedAccountIds: ['100000000008'] },
    { '100000000008': 'not_active' },
  ],
])('says from which accounts a report is expected: %s', async (_, scope, reasons) => {
  const lines = await list(scope);
  for (const [id, reason] of Object.entries(reasons)) {
    expect(lines.find((line) => line.account_id === id)).toMatchObject({
      expected: reason === null,
      not_expected_reason: reason,
    });
  }
});

test('adds tags and e-mail addresses only when asked', async () => {
  const [, line] = await list({ includeTags: true, includeEmail: true });
  expect(line).toMatchObject({ tags: { owner: 'Web' }, email: 'aws@example.com' });
});

test('waits out throttling', async () => {
  const lines = await list({}, [{ action: 'organizations:ListAccounts', kind: 'throttling', times: 2 }]);
  expect(lines).toHaveLength(48);
});

test('a member may not list', async () => {
  await expect(list({}, [], member)).rejects.toMatchObject({ name: 'AccessDeniedException' });
});
