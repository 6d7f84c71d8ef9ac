import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  type AssumeRoleCommandInput,
} from '@aws-sdk/client-sts';
import type { EmbeddedOrganization, OrganizationData } from '../../../local/organization';
import {
  clients,
  clientsWith,
  closing,
  collectorRole,
  failure,
  management,
  member,
  nameRole,
  outsider,
  smallOrganization,
  start,
} from './small-organization';

const adminRole = `arn:aws:iam::${member}:role/OrganizationAccountAccessRole`;
const collectorOnly = `arn:aws:iam::${management}:role/for-the-collector`;
const longRole = `arn:aws:iam::${management}:role/long`;
const closedRole = `arn:aws:iam::${closing}:role/OrganizationAccountAccessRole`;
const roles: Record<string, object[]> = {
  [management]: [
    { arn: nameRole, trusted: ['o-anycompany1'] },
    { arn: collectorOnly, trusted: [collectorRole] },
    { arn: longRole, trusted: [management, collectorOnly], maxSessionSeconds: 43_200 },
  ],
  [member]: [{ arn: adminRole, trusted: [management] }],
  [closing]: [{ arn: closedRole, trusted: [management] }],
};
const data = {
  ...smallOrganization,
  accounts: smallOrganization.accounts.map((account) => ({ ...account, roles: roles[account.id] ?? [] })),
} as OrganizationData;

let organization: EmbeddedOrganization;
beforeAll(async () => {
  ({ organization } = await start({ organization: data }));
});

const denied = { name: 'AccessDenied', status: 403 };
const invalid = { name: 'ValidationError', status: 400 };
const ask = (RoleArn: string, more: Partial<AssumeRoleCommandInput> = {}) => ({
  RoleArn,
  RoleSessionName: 'name',
  ...more,
});

/** Who asks, for what, and the error; none when it is granted. */
const cases: [string, string, string | undefined, AssumeRoleCommandInput, object | undefined][] = [
  ['a member, a role that trusts the organization', member, undefined, ask(nameRole), undefined],
  ['an outsider, a role that trusts the organization', outsider, undefined, ask(nameRole), denied],
  ['the management account, a role that trusts it', management, undefined, ask(adminRole), undefined],
  ['a member, a role that trusts another account', member, undefined, ask(collectorOnly), denied],
  ['a trusted role', member, collectorRole, ask(collectorOnly), undefined],
  [
    'a role with another path',
    member,
    collectorRole.replace('/collector/', '/other/'),
    ask(collectorOnly),
    denied,
  ],
  ['a role that nobody declared', member, undefined, ask(`${nameRole}-2`), denied],
  ['a role of a closed account', management, undefined, ask(closedRole), denied],
  ['an ARN that is no role', member, undefined, ask(`arn:aws:iam::${management}:user/alice`), invalid],
  ['a session that is too short', member, undefined, ask(nameRole, { DurationSeconds: 899 }), invalid],
  ['a session beyond the role', member, undefined, ask(nameRole, { DurationSeconds: 3601 }), invalid],
  [
    'a long session of a role that allows it',
    management,
    undefined,
    ask(longRole, { DurationSeconds: 43_200 }),
    undefined,
  ],
  ['a long session in a chain', management, collectorOnly, ask(longRole, { DurationSeconds: 3601 }), invalid],
  ['a session name with a space', member, undefined, ask(nameRole, { RoleSessionName: 'a b' }), invalid],
  [
    'a session policy',
    member,
    undefined,
    ask(nameRole, { Policy: '{}' }),
    { name: 'NotImplemented', status: 501 },
  ],
];
test.each(cases)('AssumeRole: %s', async (_name, account, role, input, expected) => {
  const call = clients(organization, account, role).sts.send(new AssumeRoleCommand(input));
  if (expected !== undefined) expect(await failure(call)).toMatchObject(expected);
  else
    expect((await call).AssumedRoleUser?.Arn).toContain(
      `:assumed-role/${input.RoleArn?.split('/').at(-1)}/name`,
    );
});

async function assume(from: ReturnType<typeof clients>, input: AssumeRoleCommandInput) {
  const { Credentials } = await from.sts.send(new AssumeRoleCommand(input));
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
  const keys = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
  return { clients: clientsWith(organization, keys), expires: Credentials?.Expiration };
}

test('tags and source identity ask for permissions of their own, and go along a chain', async () => {
  const first = await assume(clients(organization, member, collectorRole), {
    RoleArn: collectorOnly,
    RoleSessionName: 'first',
    Tags: [
      { Key: 'account', Value: member },
      { Key: 'team', Value: 'R&D = "1"' },
    ],
    TransitiveTagKeys: ['account'],
    SourceIdentity: 'alice',
  });
  expect(first.expires).toEqual(new Date('2026-11-22T07:00:00Z'));
  const asked = organization.requests.slice(-3);
  expect(asked.map(({ action }) => action)).toEqual([
    'sts:AssumeRole',
    'sts:TagSession',
    'sts:SetSourceIdentity',
  ]);
  expect(asked[1]).toMatchObject({
    resource: collectorOnly,
    resourceAccountId: management,
    principal: { accountId: member, roleArn: collectorRole },
    allowed: true,
    time: new Date('2026-11-22T06:00:00Z'),
    context: {
      'aws:PrincipalArn': collectorRole,
      'aws:PrincipalAccount': member,
      'aws:PrincipalOrgID': 'o-anycompany1',
      'aws:PrincipalOrgPaths': ['o-anycompany1/r-root/ou-root-prod0001/ou-root-web00001/'],
      'aws:RequestTag/account': member,
      'aws:RequestTag/team': 'R&D = "1"',
      'aws:TagKeys': ['account', 'team'],
      'sts:TransitiveTagKeys': ['account'],
      'sts:RoleSessionName': 'first',
      'sts:SourceIdentity': 'alice',
      'aws:SecureTransport': 'true',
    },
  });

  await assume(first.clients, { RoleArn: longRole, RoleSessionName: 'second' });
  const [last] = organization.requests.slice(-1);
  expect(last).toMatchObject({
    action: 'sts:AssumeRole',
    principal: { sessionTags: { account: member, team: 'R&D = "1"' } },
    context: { 'aws:PrincipalTag/account': member, 'aws:SourceIdentity': 'alice' },
  });
});

test('an inherited tag cannot be set again', async () => {
  const first = await assume(clients(organization, member, collectorRole), {
    ...ask(collectorOnly),
    Tags: [{ Key: 'account', Value: member }],
    TransitiveTagKeys: ['account'],
  });
  const Tags = [{ Key: 'account', Value: management }];
  expect(
    await failure(first.clients.sts.send(new AssumeRoleCommand({ ...ask(longRole), Tags }))),
  ).toMatchObject(invalid);
});

test('everybody learns who they are', async () => {
  const identity = (account: string, role?: string) =>
    clients(organization, account, role).sts.send(new GetCallerIdentityCommand({}));
  expect(await identity(member)).toMatchObject({
    Account: member,
    Arn: `arn:aws:iam::${member}:user/administrator`,
  });
  expect(await identity(member, collectorRole)).toMatchObject({
    Account: member,
    Arn: `arn:aws:sts::${member}:assumed-role/collector-1/embedded`,
    UserId: expect.stringMatching(/^AROA[0-9A-F]{17}:embedded$/) as string,
  });
});
