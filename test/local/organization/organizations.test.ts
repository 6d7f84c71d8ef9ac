import {
  DescribeAccountCommand,
  DescribeOrganizationalUnitCommand,
  DescribeOrganizationCommand,
  ListAccountsCommand,
  ListChildrenCommand,
  ListOrganizationalUnitsForParentCommand,
  ListParentsCommand,
  ListRootsCommand,
  ListTagsForResourceCommand,
  paginateListAccounts,
  type OrganizationsClient,
} from '@aws-sdk/client-organizations';
import type { EmbeddedOrganization, OrganizationData } from '../../../local/organization';
import {
  clients,
  closing,
  delegated,
  failure,
  management,
  member,
  outsider,
  smallOrganization,
  start,
  stoppedClock,
} from './small-organization';

const clock = stoppedClock();
let organization: EmbeddedOrganization;
beforeAll(async () => {
  ({ organization } = await start({ now: clock.now }));
});
beforeEach(() => clock.set('2026-11-22T06:00:00Z'));

const reads: Record<string, (client: OrganizationsClient) => Promise<unknown>> = {
  ListRoots: (client) => client.send(new ListRootsCommand({})),
  ListAccounts: (client) => client.send(new ListAccountsCommand({})),
  DescribeAccount: (client) => client.send(new DescribeAccountCommand({ AccountId: member })),
  DescribeOrganizationalUnit: (client) =>
    client.send(new DescribeOrganizationalUnitCommand({ OrganizationalUnitId: 'ou-root-prod0001' })),
  ListOrganizationalUnitsForParent: (client) =>
    client.send(new ListOrganizationalUnitsForParentCommand({ ParentId: 'r-root' })),
  ListParents: (client) => client.send(new ListParentsCommand({ ChildId: member })),
  ListTagsForResource: (client) => client.send(new ListTagsForResourceCommand({ ResourceId: member })),
};

test.each(Object.keys(reads))(
  '%s is for the management account and delegated administrators',
  async (name) => {
    const read = (id: string) => reads[name]?.(clients(organization, id).organizations);
    await read(management);
    await read(delegated);
    for (const id of [member, outsider])
      expect(await failure(Promise.resolve(read(id)))).toEqual({
        name: 'AccessDeniedException',
        status: 400,
        message: "You don't have permissions to access this resource.",
      });
  },
);

test('every member may ask for its organization, nobody else', async () => {
  const ask = (id: string) =>
    clients(organization, id).organizations.send(new DescribeOrganizationCommand({}));
  expect((await ask(member)).Organization).toMatchObject({
    Id: 'o-anycompany1',
    Arn: 'arn:aws:organizations::100000000001:organization/o-anycompany1',
    MasterAccountId: management,
    MasterAccountEmail: 'aws@example.com',
    FeatureSet: 'ALL',
  });
  expect(await failure(ask(outsider))).toMatchObject({
    name: 'AWSOrganizationsNotInUseException',
    status: 400,
  });
});

const describe_ = async (AccountId: string) => {
  const client = clients(organization, management).organizations;
  return (await client.send(new DescribeAccountCommand({ AccountId }))).Account;
};

test('an account is described with everything that is known of it', async () => {
  expect(await describe_(member)).toEqual({
    Id: member,
    Arn: 'arn:aws:organizations::100000000001:account/o-anycompany1/100000000007',
    Email: 'sandbox@example.com',
    Name: 'R&D / "Prod" 100%',
    Status: 'ACTIVE',
    State: 'ACTIVE',
    Paths: ['o-anycompany1/r-root/ou-root-prod0001/ou-root-web00001/100000000007/'],
    JoinedMethod: 'CREATED',
    JoinedTimestamp: new Date('2021-05-01T10:00:00Z'),
  });
});

test('names, states and membership follow the clock', async () => {
  clock.set('2026-11-09T23:59:59Z');
  expect((await describe_(member))?.Name).toBe('Sandbox');
  clock.set('2026-11-10T00:00:00Z');
  expect((await describe_(member))?.Name).toBe('R&D / "Prod" 100%');
  clock.set('2026-11-14T23:59:59Z');
  expect(await describe_(closing)).toMatchObject({ State: 'ACTIVE' });
  clock.set('2026-11-15T00:00:00Z');
  expect(await describe_(closing)).toMatchObject({ State: 'CLOSED' });
  clock.set('2026-12-15T00:00:00Z');
  expect(await failure(describe_(closing))).toMatchObject({ name: 'AccountNotFoundException', status: 400 });
  clock.set('2021-05-01T09:59:59Z');
  expect(await failure(describe_(member))).toMatchObject({ name: 'AccountNotFoundException' });
});

test('an organization without paths describes its accounts as before', async () => {
  const older = await start({ organization: { ...smallOrganization, paths: false }, now: clock.now });
  const { Accounts = [] } = await older.clients(management).organizations.send(new ListAccountsCommand({}));
  expect(Accounts.map(({ Paths }) => Paths)).toEqual(Accounts.map(() => undefined));
  expect(Accounts).not.toEqual([]);
});

test('units, roots, parents and tags', async () => {
  const client = clients(organization, management).organizations;
  expect((await client.send(new ListRootsCommand({}))).Roots).toMatchObject([{ Id: 'r-root', Name: 'Root' }]);
  const below = await client.send(
    new ListOrganizationalUnitsForParentCommand({ ParentId: 'ou-root-prod0001' }),
  );
  expect(below.OrganizationalUnits).toEqual([
    {
      Id: 'ou-root-web00001',
      Arn: 'arn:aws:organizations::100000000001:ou/o-anycompany1/ou-root-web00001',
      Name: 'Web',
      Path: 'o-anycompany1/r-root/ou-root-prod0001/ou-root-web00001/',
    },
  ]);
  const unit = await client.send(
    new DescribeOrganizationalUnitCommand({ OrganizationalUnitId: 'ou-root-prod0001' }),
  );
  expect(unit.OrganizationalUnit?.Name).toBe('Prod');
  const parents = async (id: string) => (await client.send(new ListParentsCommand({ ChildId: id }))).Parents;
  expect(await parents(member)).toEqual([{ Id: 'ou-root-web00001', Type: 'ORGANIZATIONAL_UNIT' }]);
  expect(await parents('ou-root-prod0001')).toEqual([{ Id: 'r-root', Type: 'ROOT' }]);
  expect((await client.send(new ListTagsForResourceCommand({ ResourceId: member }))).Tags).toEqual([
    { Key: 'team', Value: 'R&D' },
    { Key: 'cost', Value: '=1' },
  ]);
  expect(
    (await client.send(new ListTagsForResourceCommand({ ResourceId: 'ou-root-prod0001' }))).Tags,
  ).toEqual([{ Key: 'stage', Value: 'prod' }]);
});

const refusals: [string, (client: OrganizationsClient) => Promise<unknown>, string, number][] = [
  [
    'an unknown account',
    (client) => client.send(new DescribeAccountCommand({ AccountId: '999999999999' })),
    'AccountNotFoundException',
    400,
  ],
  [
    'an id that is none',
    (client) => client.send(new DescribeAccountCommand({ AccountId: '7' })),
    'InvalidInputException',
    400,
  ],
  [
    'an unknown unit',
    (client) =>
      client.send(new DescribeOrganizationalUnitCommand({ OrganizationalUnitId: 'ou-root-none0000' })),
    'OrganizationalUnitNotFoundException',
    400,
  ],
  [
    'an unknown parent',
    (client) => client.send(new ListOrganizationalUnitsForParentCommand({ ParentId: 'r-other' })),
    'ParentNotFoundException',
    400,
  ],
  [
    'tags of an unknown account',
    (client) => client.send(new ListTagsForResourceCommand({ ResourceId: '999999999999' })),
    'TargetNotFoundException',
    400,
  ],
  [
    'a page that is too long',
    (client) => client.send(new ListAccountsCommand({ MaxResults: 21 })),
    'InvalidInputException',
    400,
  ],
  [
    'a token that is none',
    (client) => client.send(new ListAccountsCommand({ NextToken: 'x' })),
    'InvalidInputException',
    400,
  ],
  [
    'the parent of an unknown account',
    (client) => client.send(new ListParentsCommand({ ChildId: '999999999999' })),
    'ChildNotFoundException',
    400,
  ],
  [
    'a call that is not emulated',
    (client) => client.send(new ListChildrenCommand({ ParentId: 'r-root', ChildType: 'ACCOUNT' })),
    'NotImplemented',
    501,
  ],
];
test.each(refusals)('%s is refused', async (_name, send, name, status) => {
  expect(await failure(send(clients(organization, management).organizations))).toMatchObject({
    name,
    status,
  });
});

test('a list goes through all its pages, whole and without repetition', async () => {
  const accounts = Array.from({ length: 36 }, (_, index) => ({
    id: String(300000000000 + index),
    name: `Account ${index}`,
    email: `account-${index}@example.com`,
    joinedAt: '2020-01-01T00:00:00Z',
    parentId: 'r-root',
  }));
  const data: OrganizationData = {
    ...smallOrganization,
    accounts: [...smallOrganization.accounts, ...accounts],
  };
  const large = await start({ organization: data });
  const client = large.clients(management).organizations;
  for (const pageSize of [undefined, 7, 20]) {
    const pages = [];
    for await (const page of paginateListAccounts({ client, ...(pageSize && { pageSize }) }, {}))
      pages.push((page.Accounts ?? []).map(({ Id }) => Id));
    expect(pages.flat()).toEqual(data.accounts.map(({ id }) => id));
    // 40 accounts: full pages of 20 leave no empty one behind.
    expect(pages).toHaveLength(Math.ceil(40 / (pageSize ?? 20)));
  }
});
