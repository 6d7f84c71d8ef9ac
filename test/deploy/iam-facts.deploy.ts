import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  IAMClient,
  PutGroupPolicyCommand,
  PutUserPolicyCommand,
  UpdateAccessKeyCommand,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam';
import { readFacts } from '../../lambda/collector/facts/read-facts';
import { startOrganization } from '../../local/organization';
import { freePort } from './free-port';
import { motoAccount, startMoto, type Moto } from './start-moto';

/** The facts beside a report, as the collector reads them of moto and of the embedded organization. */

type Line = Readonly<Record<string, unknown>>;

const createdAt = '2026-01-02T03:04:05Z';
const tags = { owner: 'a "quoted" é', '=1+1': '' };
const passwordPolicy = { MinimumPasswordLength: 14, PasswordReusePrevention: 24, RequireSymbols: true };
const document = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 's3:*', Resource: ['arn:aws:s3:::a/*', '*'] },
    {
      Effect: 'Deny',
      NotAction: ['iam:*'],
      NotResource: 'arn:aws:s3:::b',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ],
};
const administrator = 'arn:aws:iam::aws:policy/AdministratorAccess';
const keyHolders = ['anna', 'gone'];

async function factsOf(iam: IAMClient): Promise<Line[]> {
  const sheet = await readFacts(
    {
      iam,
      facts: 'all',
      now: () => new Date(),
      random: () => 0,
      sleep: () => Promise.resolve(),
      abortIn: () => AbortSignal.timeout(60_000),
      remainingMs: () => 600_000,
    },
    keyHolders,
  );
  return sheet.lines.map((line) => JSON.parse(line) as Line);
}

/** Makes the same account over the wire that `embedded` describes. */
async function fill(iam: IAMClient): Promise<void> {
  const text = JSON.stringify(document);
  await iam.send(new CreateGroupCommand({ GroupName: 'admins' }));
  await iam.send(new AttachGroupPolicyCommand({ GroupName: 'admins', PolicyArn: administrator }));
  await iam.send(
    new PutGroupPolicyCommand({ GroupName: 'admins', PolicyName: 'group', PolicyDocument: text }),
  );
  const tagged = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  await iam.send(new CreateUserCommand({ UserName: 'anna', Path: '/people/', Tags: tagged }));
  await iam.send(new AddUserToGroupCommand({ UserName: 'anna', GroupName: 'admins' }));
  await iam.send(new PutUserPolicyCommand({ UserName: 'anna', PolicyName: 'own', PolicyDocument: text }));
  await iam.send(new CreateUserCommand({ UserName: 'ben' }));
  const made = await iam.send(new CreatePolicyCommand({ PolicyName: 'deploy', PolicyDocument: text }));
  await iam.send(new AttachUserPolicyCommand({ UserName: 'ben', PolicyArn: made.Policy?.Arn }));
  await iam.send(new CreatePolicyCommand({ PolicyName: 'unused', PolicyDocument: text }));
  await iam.send(new CreateAccessKeyCommand({ UserName: 'anna' }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'anna' }));
  await iam.send(
    new UpdateAccessKeyCommand({ UserName: 'anna', AccessKeyId: AccessKey?.AccessKeyId, Status: 'Inactive' }),
  );
  const device = await iam.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'anna' }));
  const codes = { AuthenticationCode1: '123456', AuthenticationCode2: '654321' };
  const SerialNumber = device.VirtualMFADevice?.SerialNumber;
  await iam.send(new EnableMFADeviceCommand({ UserName: 'anna', SerialNumber, ...codes }));
  await iam.send(new UpdateAccountPasswordPolicyCommand(passwordPolicy));
}

const created = { at: createdAt, event: 'created' } as const;
const embedded = {
  passwordPolicy,
  groups: [
    {
      name: 'admins',
      attachedPolicies: [{ arn: administrator }],
      inlinePolicies: [{ name: 'group', document }],
    },
  ],
  policies: ['deploy', 'unused'].map((name) => ({ name, document, createdAt })),
  users: [
    {
      name: 'anna',
      path: '/people/',
      createdAt,
      tags,
      groups: ['admins'],
      inlinePolicies: [{ name: 'own', document }],
      accessKeys: { 1: [created], 2: [created, { at: createdAt, event: 'deactivated' }] },
      mfa: [{ at: createdAt, event: 'on' }],
    },
    {
      name: 'ben',
      createdAt,
      attachedPolicies: [{ arn: `arn:aws:iam::${motoAccount}:policy/deploy` }],
    },
  ],
} as const;

/** What each makes up by itself: ids and times. Members of the password policy that nobody set differ. */
const madeUp = ['user_id', 'access_key_id', 'created_at', 'enabled_at'];
/** Calls that moto does not know. */
const unknownToMoto = ['service_credential', 'not_read'];
/** Numbers of what an account holds; others are quotas. */
const counted = ['Users', 'Groups', 'Policies', 'MFADevices'];

function picked(value: unknown, names: readonly string[]): Line {
  return Object.fromEntries(names.map((name) => [name, (value as Line)[name]]));
}

function comparable(lines: readonly Line[]): readonly string[] {
  return lines
    .filter(({ fact }) => !unknownToMoto.includes(String(fact)))
    .map((line) => {
      const kept = Object.entries(line).filter(([name]) => !madeUp.includes(name));
      const fields = Object.fromEntries(kept);
      // moto leaves the name of a customer-managed policy away where it tells the policy's document.
      if (line['fact'] === 'statement' && 'policy_arn' in line) delete fields['policy_name'];
      if (line['fact'] === 'password_policy')
        fields['policy'] = picked(line['policy'], Object.keys(passwordPolicy));
      if (line['fact'] === 'account_summary') fields['summary'] = picked(line['summary'], counted);
      return JSON.stringify(Object.fromEntries(Object.entries(fields).sort()));
    })
    .sort();
}

let moto: Moto;
beforeAll(async () => {
  moto = await startMoto(await freePort());
});
afterAll(() => moto.stop());

test('the embedded organization tells the same facts as moto', async () => {
  const client = (endpoint: string, credentials: { accessKeyId: string; secretAccessKey: string }) =>
    new IAMClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
  const ofMoto = client(moto.endpoint, { accessKeyId: 'AKIAEXAMPLE000000001', secretAccessKey: 'moto' });
  await fill(ofMoto);
  const account = {
    id: motoAccount,
    name: 'Sandbox',
    email: 'x@example.com',
    joinedAt: '2020-01-01T00:00:00Z',
    parentId: 'r-any1',
    ...embedded,
  };
  const organization = {
    id: 'o-anycompany1',
    managementAccountId: motoAccount,
    rootId: 'r-any1',
    organizationalUnits: [],
    accounts: [account],
  };
  const ours = await startOrganization({ organization, buckets: [], now: () => new Date() });
  try {
    const told = comparable(await factsOf(client(ours.endpoint, ours.credentials(motoAccount))));
    expect(told).toEqual(comparable(await factsOf(ofMoto)));
    // Users, policies, statements of four documents, keys, a device, the password policy and the summary: nothing is empty on both sides.
    expect(told).toHaveLength(2 + 2 + 3 * 2 + 2 + 1 + 1 + 1);
  } finally {
    await ours.close();
  }
});
