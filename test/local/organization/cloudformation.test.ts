import {
  CloudFormationClient,
  DescribeOrganizationsAccessCommand,
  DescribeStacksCommand,
  ListStackInstancesCommand,
} from '@aws-sdk/client-cloudformation';
import { startOrganization, type EmbeddedOrganization } from '../../../local/organization';
import { cloudFormationService } from '../../../local/organization/cloudformation/service';

const management = '100000000001';
const delegated = '100000000002';
const member = '100000000007';

const account = (id: string) => ({
  id,
  name: `Account ${id.slice(-1)}`,
  email: `aws+${id}@example.com`,
  joinedAt: '2020-01-01T00:00:00Z',
  parentId: 'r-root',
});
let server: EmbeddedOrganization;
const clients: CloudFormationClient[] = [];

beforeAll(async () => {
  server = await startOrganization({
    organization: {
      id: 'o-anycompany1',
      managementAccountId: management,
      rootId: 'r-root',
      organizationalUnits: [],
      accounts: [
        account(management),
        { ...account(delegated), delegatedFor: ['member.org.stacksets.cloudformation.amazonaws.com'] },
        account(member),
      ],
    },
    buckets: [],
    now: () => new Date(),
    services: [
      cloudFormationService({
        trustedAccess: true,
        stacks: [
          { accountId: management, region: 'us-east-1', name: 'Ours', status: 'UPDATE_ROLLBACK_COMPLETE' },
        ],
        stackSets: { Everywhere: [{ accountId: member, status: 'OUTDATED', reason: 'no & never' }] },
      }),
    ],
  });
});
afterAll(async () => {
  for (const client of clients) client.destroy();
  await server.close();
});

function client(accountId: string, region = 'us-east-1'): CloudFormationClient {
  const credentials = server.credentials(accountId);
  const made = new CloudFormationClient({ endpoint: server.endpoint, region, credentials, maxAttempts: 1 });
  clients.push(made);
  return made;
}

describe('DescribeStacks', () => {
  const described = async (accountId: string, StackName: string | undefined, region?: string) => {
    const input = StackName === undefined ? {} : { StackName };
    const { Stacks } = await client(accountId, region).send(new DescribeStacksCommand(input));
    return Stacks?.map(({ StackStatus }) => StackStatus);
  };

  test('tells the status of a stack', async () => {
    expect(await described(management, 'Ours')).toEqual(['UPDATE_ROLLBACK_COMPLETE']);
  });

  test.each([
    ['another name', management, 'Theirs', undefined],
    ['another account', member, 'Ours', undefined],
    ['another region', management, 'Ours', 'eu-central-1'],
  ])('knows no stack of %s', async (_, accountId, name, region) => {
    await expect(described(accountId, name, region)).rejects.toMatchObject({
      name: 'ValidationError',
      message: `Stack with id ${name} does not exist`,
    });
  });

  test.each([
    ['every stack', undefined],
    ['a stack by its id', 'arn:aws:cloudformation:us-east-1:100000000001:stack/Ours/1'],
  ])('refuses %s', async (_, name) => {
    await expect(described(management, name)).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});

describe('CallAs', () => {
  const outcome = async (call: Promise<unknown>) =>
    call.then(
      () => 'answered',
      (error: unknown) => (error as Error).name,
    );

  test.each([
    [management, 'SELF', 'answered', 'answered'],
    [management, 'DELEGATED_ADMIN', 'ValidationError', 'ValidationError'],
    [delegated, 'DELEGATED_ADMIN', 'answered', 'answered'],
    [delegated, 'SELF', 'ValidationError', 'StackSetNotFoundException'],
    [member, 'DELEGATED_ADMIN', 'ValidationError', 'ValidationError'],
    [member, 'SELF', 'ValidationError', 'StackSetNotFoundException'],
  ] as const)('of %s as %s: access %s, instances %s', async (accountId, CallAs, access, instances) => {
    const cloudFormation = client(accountId);
    const list = new ListStackInstancesCommand({ StackSetName: 'Everywhere', CallAs });
    expect([
      await outcome(cloudFormation.send(new DescribeOrganizationsAccessCommand({ CallAs }))),
      await outcome(cloudFormation.send(list)),
    ]).toEqual([access, instances]);
  });
});

test('ListStackInstances tells status and reason, and refuses filters', async () => {
  const input = { StackSetName: 'Everywhere' };
  const { Summaries } = await client(management).send(new ListStackInstancesCommand(input));
  expect(Summaries).toEqual([
    {
      Account: member,
      Status: 'OUTDATED',
      StatusReason: 'no & never',
      StackInstanceStatus: { DetailedStatus: 'FAILED' },
      DriftStatus: 'NOT_CHECKED',
    },
  ]);
  const filtered = new ListStackInstancesCommand({ ...input, StackInstanceAccount: member });
  await expect(client(management).send(filtered)).rejects.toMatchObject({ name: 'NotImplemented' });
});
