import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { AccountLine } from '../../../lambda/accounts/account-line';
import { listAccounts, type DirectoryScope } from '../../../lambda/accounts/list-accounts';
import {
  startOrganization,
  type EmbeddedOrganization,
  type Fault,
  type OrganizationData,
} from '../../../local/organization';

const management = '100000000001';
const member = '100000000007';
const extra = Array.from({ length: 45 }, (_, index) => String(100000000100 + index));
const common = { email: 'aws@example.com', joinedAt: '2020-01-01T00:00:00Z' };

const folder = mkdtempSync(join(tmpdir(), 'accounts-'));
afterAll(() => rmSync(folder, { recursive: true }));

let aws: EmbeddedOrganization | undefined;
afterEach(() => aws?.close());

let warnings: string[];
beforeEach(() => (warnings = []));

/** How an organization is listed. */
interface Listing {
  readonly scope?: Partial<DirectoryScope>;
  readonly faults?: readonly Fault[];
  readonly caller?: string;
  readonly paths?: boolean;
  readonly describedBy?: OrganizationData['describedBy'];
  /** The state of the member account. @default active */
  readonly state?: AccountLine['state'];
}

/** Lists the example organization's accounts as one of them sees it. */
async function list(listing: Listing = {}) {
  const { scope = {}, faults = [], caller = management, paths = true, state = 'ACTIVE' } = listing;
  const { describedBy = ['State', 'Status'] } = listing;
  aws = await startOrganization({
    organization: {
      id: 'o-anycompany1',
      managementAccountId: management,
      rootId: 'r-any1',
      paths,
      describedBy,
      organizationalUnits: [
        { id: 'ou-any1-prod0001', name: 'Prod', parentId: 'r-any1' },
        { id: 'ou-any1-web00001', name: 'Web/2', parentId: 'ou-any1-prod0001' },
      ],
      accounts: [
        { ...common, id: management, name: 'AnyCompany', parentId: 'r-any1', joinedMethod: 'INVITED' },
        {
          ...common,
          id: member,
          name: '=R&D, "1"',
          parentId: 'ou-any1-web00001',
          tags: { owner: 'Web' },
          states: [{ at: '2026-01-01T00:00:00Z', to: state }],
        },
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
  const whole = { managementAccountId: management, targetIds: ['r-any1'], excludedAccountIds: [], ...scope };
  return listAccounts(client, whole, (text) => warnings.push(text));
}

/** Calls of an action that the organization answered. */
const asked = (action: string) => aws?.requests.filter((request) => request.action === action).length;

/** Whether Organizations lists the accounts with `Paths`; the units are the same. */
const eitherWay = [
  ['with paths', true],
  ['without paths', false],
] as const;

test.each(eitherWay)('lists every account once, over all pages, with its units: %s', async (_, paths) => {
  const lines = await list({ paths });
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
    root_centrally_managed: null,
    organization_id: 'o-anycompany1',
    owner_tag: 'owner',
  });
  expect(warnings).toEqual([]);
  // Of 48 accounts and the two units that hold them, each once.
  expect(asked('organizations:ListParents')).toBe(paths ? 0 : 50);
});

describe.each(eitherWay)('%s', (_name, paths) => {
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
    const lines = await list({ scope, paths });
    for (const [id, reason] of Object.entries(reasons)) {
      expect(lines.find((line) => line.account_id === id)).toMatchObject({
        expected: reason === null,
        not_expected_reason: reason,
      });
    }
  });
});

// `State` knows more than `Status`, which has no word for some and calls a closed account suspended.
test.each([
  { state: 'ACTIVE', expected: true, byStatus: 'ACTIVE' },
  { state: 'PENDING_ACTIVATION', expected: false, byStatus: undefined },
  { state: 'SUSPENDED', expected: false, byStatus: 'SUSPENDED' },
  { state: 'PENDING_CLOSURE', expected: false, byStatus: 'PENDING_CLOSURE' },
  { state: 'CLOSED', expected: false, byStatus: 'SUSPENDED' },
] as const)('$state is taken from State, else from Status', async ({ state, expected, byStatus }) => {
  const found = async (listing: Listing) => {
    const lines = await list({ ...listing, state });
    return lines.find((line) => line.account_id === member);
  };
  expect(await found({})).toMatchObject({ state, expected });
  await aws?.close();
  expect(await found({ describedBy: ['State'] })).toMatchObject({ state, expected });
  await aws?.close();
  const old = found({ describedBy: ['Status'] });
  if (byStatus === undefined) await expect(old).rejects.toThrow(`account ${member} without a state`);
  else expect(await old).toMatchObject({ state: byStatus, expected });
});

const parents = (kind: Fault['kind'], rest: Partial<Fault> = {}): Fault => ({
  action: 'organizations:ListParents',
  kind,
  ...rest,
});

test('an account whose parent is not known any more is expected, and a warning says why', async () => {
  const gone = { code: 'ChildNotFoundException', status: 400, message: 'not there' };
  const faults = [parents('error', { error: gone })];
  const lines = await list({ scope: { targetIds: ['ou-any1-web00001'] }, faults, paths: false });
  expect(lines.map((line) => [line.ou_path, line.expected])).toEqual(
    lines.map(({ state }) => ['', state === 'ACTIVE']),
  );
  expect(warnings.sort()).toEqual(
    lines.map(({ account_id: id }) => `the unit of account ${id} is not known, so it is taken as collected`),
  );
});

test('parents that may not be read fail the list, so that nobody is expected everywhere in silence', async () => {
  await expect(list({ faults: [parents('access-denied')], paths: false })).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});

test('adds tags and e-mail addresses only when asked', async () => {
  const [, line] = await list({ scope: { includeTags: true, includeEmail: true, ownerTag: 'team' } });
  expect(line).toMatchObject({ owner_tag: 'team', tags: { owner: 'Web' }, email: 'aws@example.com' });
});

test('waits out throttling', async () => {
  const faults: Fault[] = [
    { action: 'organizations:ListAccounts', kind: 'throttling', times: 2 },
    parents('throttling', { times: 2 }),
  ];
  const lines = await list({ faults, paths: false });
  expect(lines).toHaveLength(48);
});

test('a member may not list', async () => {
  await expect(list({ caller: member })).rejects.toMatchObject({ name: 'AccessDeniedException' });
});
