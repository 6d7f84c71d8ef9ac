import { GetCredentialReportCommand } from '@aws-sdk/client-iam';
import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, GetCallerIdentityCommand, type Credentials } from '@aws-sdk/client-sts';
import type { EmbeddedOrganization } from '../../../local/organization';
import {
  bucket,
  clients,
  clientsWith,
  closing,
  failure,
  management,
  member,
  nameRole,
  start,
  stoppedClock,
} from './small-organization';

const clock = stoppedClock();
let organization: EmbeddedOrganization;
beforeAll(async () => {
  ({ organization } = await start({ now: clock.now }));
});
beforeEach(() => clock.set('2026-11-22T06:00:00Z'));

type Clients = ReturnType<typeof clientsWith>;
const calls: Record<string, (of: Clients) => Promise<unknown>> = {
  iam: ({ iam }) => iam.send(new GetCredentialReportCommand({})),
  sts: ({ sts }) => sts.send(new GetCallerIdentityCommand({})),
  organizations: (of) => of.organizations.send(new DescribeOrganizationCommand({})),
  s3: ({ s3 }) => s3.send(new ListObjectsV2Command({ Bucket: bucket })),
};

const unknown: [string, string, number][] = [
  ['iam', 'InvalidClientTokenId', 403],
  ['sts', 'InvalidClientTokenId', 403],
  ['organizations', 'UnrecognizedClientException', 400],
  ['s3', 'InvalidAccessKeyId', 403],
];
test.each(unknown)('unknown keys and wrong tokens are refused by %s as %s', async (service, name, status) => {
  const good = organization.credentials(member);
  for (const change of [{ accessKeyId: 'ASIAEXAMPLE000000000' }, { sessionToken: 'of another session' }]) {
    const call = calls[service]?.(clientsWith(organization, { ...good, ...change }));
    expect(await failure(Promise.resolve(call))).toMatchObject({ name, status });
  }
});

const expired: [string, string, number][] = [
  ['iam', 'ExpiredToken', 403],
  ['sts', 'ExpiredToken', 403],
  ['organizations', 'ExpiredTokenException', 400],
  ['s3', 'ExpiredToken', 400],
];
test.each(expired)('expired credentials are refused by %s as %s', async (service, name, status) => {
  const role = await clients(organization, member).sts.send(
    new AssumeRoleCommand({ RoleArn: nameRole, RoleSessionName: 'short', DurationSeconds: 900 }),
  );
  const session = clientsWith(organization, keysOf(role.Credentials));
  clock.set('2026-11-22T06:14:59Z');
  await session.sts.send(new GetCallerIdentityCommand({}));
  clock.set('2026-11-22T06:15:00Z');
  expect(await failure(Promise.resolve(calls[service]?.(session)))).toMatchObject({ name, status });
});

function keysOf(credentials: Credentials | undefined) {
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = credentials ?? {};
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

test('a closed account does not call', async () => {
  expect(await failure(clients(organization, closing).sts.send(new GetCallerIdentityCommand({})))).toEqual({
    name: 'NotImplemented',
    status: 501,
    message: 'the embedded organization does not emulate calls of 100000000008, which is CLOSED',
  });
});

test('the environment of a process names endpoint, keys and region, and stays the same', () => {
  const { accessKeyId, secretAccessKey, sessionToken } = organization.credentials(member);
  expect(organization.environment(member)).toEqual({
    AWS_ENDPOINT_URL: organization.endpoint,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
    AWS_REGION: 'us-east-1',
  });
  expect(organization.credentials(management).accessKeyId).not.toBe(accessKeyId);
  expect(() => organization.credentials('999999999999')).toThrow('names no account 999999999999');
  expect(() => organization.credentials(member, nameRole)).toThrow(
    `the role ${nameRole} is none of the account ${member}`,
  );
});
