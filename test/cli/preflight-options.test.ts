import { checkAskedTrail } from '../../cli/preflight/check-asked-trail';
import { checkBoundary } from '../../cli/preflight/check-boundary';
import { checkKey } from '../../cli/preflight/check-key';
import { checkQuickSight } from '../../cli/preflight/check-quick-sight';
import { checkTrail } from '../../cli/preflight/check-trail';
import type { PreflightClients } from '../../cli/preflight/clients';
import type { ConfigFile } from '../../cli/preflight/config-file';
import { configChecks } from '../../cli/preflight/config-checks';
import { ask } from '../../cli/preflight/call-failed';
import type { CheckResult } from '../../cli/preflight/check-result';

/** What the options of `config.ts` need, against clients that answer what AWS's references say. */

const account = '100000000001';
const caller = { accountId: account, arn: `arn:aws:iam::${account}:root`, partition: 'aws' };

/** An error as the SDK throws it for an answer of AWS. */
const answer = (name: string, message = 'no') =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode: 400 } });

/** A client that answers each command by its name, with an error where one stands. */
function client(answers: Readonly<Record<string, unknown>>): { send: (command: object) => Promise<never> } {
  return {
    send: (command: object) => {
      const found = answers[command.constructor.name.replace(/Command$/, '')];
      return found instanceof Error ? Promise.reject(found) : Promise.resolve(found as never);
    },
  };
}

const denied = answer(
  'AccessDeniedException',
  'not authorized, with an explicit deny in a service control policy',
);

interface Case {
  readonly name: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly state: CheckResult['state'];
  readonly says: RegExp;
}

const key = `arn:aws:kms:eu-central-1:${account}:key/x`;
const members = (more: object = {}) => ({
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: 'kms:GenerateDataKey',
  Resource: '*',
  Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-anycompany1' } },
  ...more,
});
const enabled = { KeyMetadata: { KeyState: 'Enabled' } };
const policyOf = (...Statement: object[]) => ({ Policy: JSON.stringify({ Statement }) });

const keyCases: Case[] = [
  {
    name: 'lets members encrypt',
    answers: { DescribeKey: enabled, GetKeyPolicy: policyOf(members()) },
    state: 'ready',
    says: /members may encrypt/,
  },
  {
    name: 'has a policy of its account alone',
    answers: {
      DescribeKey: enabled,
      GetKeyPolicy: policyOf(members({ Principal: { AWS: `arn:aws:iam::${account}:root` } })),
    },
    state: 'missing',
    says: /no statement of its policy/,
  },
  {
    name: 'lets another organization encrypt',
    answers: {
      DescribeKey: enabled,
      GetKeyPolicy: policyOf(
        members({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-elsewhere01' } } }),
      ),
    },
    state: 'missing',
    says: /no statement of its policy/,
  },
  {
    name: 'denies',
    answers: { DescribeKey: enabled, GetKeyPolicy: policyOf(members({ Effect: 'Deny' })) },
    state: 'missing',
    says: /no statement of its policy/,
  },
  {
    name: 'is to be deleted',
    answers: { DescribeKey: { KeyMetadata: { KeyState: 'PendingDeletion' } } },
    state: 'missing',
    says: /^the key is PendingDeletion$/,
  },
  {
    name: 'is none',
    answers: { DescribeKey: answer('NotFoundException') },
    state: 'missing',
    says: /^there is no key/,
  },
  {
    name: 'has a policy that may not be read',
    answers: { DescribeKey: enabled, GetKeyPolicy: denied },
    state: 'unknown',
    says: /^kms:GetKeyPolicy failed with AccessDeniedException: not authorized/,
  },
  {
    name: 'is answered with nothing',
    answers: { DescribeKey: {} },
    state: 'unknown',
    says: /without a state$/,
  },
];
test.each(keyCases)('a key that $name', async ({ answers, state, says }) => {
  const result = await checkKey(client(answers), key, 'o-anycompany1');
  expect(result).toMatchObject({ state, detail: expect.stringMatching(says) as unknown });
});

const subscribed = (AccountSubscriptionStatus?: string) => ({
  DescribeAccountSubscription: { AccountInfo: { AccountSubscriptionStatus, Edition: 'ENTERPRISE' } },
});
const quickSightCases: Case[] = [
  { name: 'is there', answers: subscribed('ACCOUNT_CREATED'), state: 'ready', says: /^ENTERPRISE$/ },
  { name: 'was ended', answers: subscribed('UNSUBSCRIBED'), state: 'missing', says: /UNSUBSCRIBED$/ },
  {
    name: 'was never made',
    answers: { DescribeAccountSubscription: answer('ResourceNotFoundException') },
    state: 'missing',
    says: /^account 100000000001 has none$/,
  },
  {
    name: 'may not be looked at',
    answers: { DescribeAccountSubscription: denied },
    state: 'unknown',
    says: /^quicksight:DescribeAccountSubscription failed with AccessDeniedException/,
  },
  { name: 'has no status', answers: subscribed(), state: 'unknown', says: /without a status$/ },
];
test.each(quickSightCases)('a subscription to QuickSight that $name', async ({ answers, state, says }) => {
  const result = await checkQuickSight(client(answers), account);
  expect(result).toMatchObject({ state, detail: expect.stringMatching(says) as unknown });
});

const trail = (more: object = {}) => ({
  Name: 'all',
  TrailARN: 'arn:aws:cloudtrail:eu-central-1:100000000001:trail/all',
  HomeRegion: 'eu-central-1',
  IsMultiRegionTrail: true,
  IncludeGlobalServiceEvents: true,
  IsOrganizationTrail: true,
  ...more,
});
const logging = { GetTrailStatus: { IsLogging: true } };
const trailCases: Case[] = [
  {
    name: 'of the organization',
    answers: { DescribeTrails: { trailList: [trail()] }, ...logging },
    state: 'ready',
    says: /^all, of the organization$/,
  },
  {
    name: 'of this account alone',
    answers: { DescribeTrails: { trailList: [trail({ IsOrganizationTrail: false })] }, ...logging },
    state: 'warning',
    says: /every member needs a trail of its own/,
  },
  {
    name: 'that is stopped',
    answers: { DescribeTrails: { trailList: [trail()] }, GetTrailStatus: { IsLogging: false } },
    state: 'missing',
    says: /^no trail that is logging .* 1 trails were looked at$/,
  },
  {
    name: 'of one other region',
    answers: { DescribeTrails: { trailList: [trail({ IsMultiRegionTrail: false })] }, ...logging },
    state: 'missing',
    says: /^no trail that is logging/,
  },
  {
    name: "without IAM's events",
    answers: { DescribeTrails: { trailList: [trail({ IncludeGlobalServiceEvents: false })] }, ...logging },
    state: 'missing',
    says: /^no trail that is logging/,
  },
  {
    name: 'that does not exist',
    answers: { DescribeTrails: { trailList: [] } },
    state: 'missing',
    says: /^no trail/,
  },
  {
    name: 'that may not be looked for, as where us-east-1 is denied',
    answers: { DescribeTrails: denied },
    state: 'unknown',
    says: /^cloudtrail:DescribeTrails failed with AccessDeniedException: .* service control policy$/,
  },
];
test.each(trailCases)('a trail $name', async ({ answers, state, says }) => {
  const result = await checkTrail(client(answers));
  expect(result).toMatchObject({ state, detail: expect.stringMatching(says) as unknown });
});

const keyOfTrail = 'arn:aws:kms:eu-central-1:100000000006:key/t';
const wantedTrail = {
  account: '100000000006',
  bucket: 'anycompany-trail',
  prefix: 'logs',
  organizationId: 'o-anycompany1',
  keyArn: keyOfTrail,
};
const written = { S3BucketName: 'anycompany-trail', S3KeyPrefix: 'logs', KmsKeyId: keyOfTrail };
const trails = (more: object = {}) => ({ DescribeTrails: { trailList: [trail({ ...written, ...more })] } });
const selector = (...fields: [field: string, ...values: string[]][]) => ({
  FieldSelectors: fields.map(([Field, ...Equals]) => ({ Field, Equals })),
});
const askedTrailCases: Case[] = [
  {
    name: 'with objects of one user',
    answers: {
      ...trails(),
      GetEventSelectors: {
        AdvancedEventSelectors: [
          selector(['eventCategory', 'Management']),
          selector(
            ['eventCategory', 'Data'],
            ['resources.type', 'AWS::S3::Object'],
            ['userIdentity.arn', 'arn'],
          ),
          selector(['eventCategory', 'Data'], ['resources.type', 'AWS::Lambda::Function']),
        ],
      },
    },
    state: 'ready',
    says: /^all, of all regions; it logs data events of AWS::Lambda::Function, AWS::S3::Object \(some\)$/,
  },
  {
    name: 'with basic selectors',
    answers: {
      ...trails({ IsMultiRegionTrail: false }),
      GetEventSelectors: {
        EventSelectors: [
          {
            DataResources: [
              { Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] },
              { Type: 'AWS::DynamoDB::Table', Values: ['arn:aws:dynamodb:eu-central-1:1:table/x'] },
            ],
          },
        ],
      },
    },
    state: 'ready',
    says: /^all, of eu-central-1 alone; it logs data events of AWS::DynamoDB::Table \(some\), AWS::S3::Object$/,
  },
  {
    name: 'without data events',
    answers: { ...trails(), GetEventSelectors: { EventSelectors: [{ DataResources: [] }] } },
    state: 'ready',
    says: /^all, of all regions; it logs no data event: /,
  },
  {
    name: 'whose selectors may not be read',
    answers: { ...trails(), GetEventSelectors: denied },
    state: 'ready',
    says: /; whether it logs data events is not known: cloudtrail:GetEventSelectors failed with AccessDenied/,
  },
  {
    name: 'in another folder, of one account and with the key of S3',
    answers: trails({ S3KeyPrefix: undefined, IsOrganizationTrail: false, KmsKeyId: undefined }),
    state: 'missing',
    says: /^all: its prefix is "", in config.ts "logs"; it is of one account, and .* is set; its key is that of S3, in/,
  },
  {
    name: 'that writes elsewhere',
    answers: trails({ S3BucketName: 'other' }),
    state: 'warning',
    says: /^no trail that is seen from here writes into anycompany-trail; 1 trails were looked at$/,
  },
  {
    name: 'that may not be looked for',
    answers: { DescribeTrails: denied },
    state: 'unknown',
    says: /DescribeTrails/,
  },
];
test.each(askedTrailCases)('a trail to ask $name', async ({ answers, state, says }) => {
  const result = await checkAskedTrail(client(answers), wantedTrail);
  expect(result).toMatchObject({ state, detail: expect.stringMatching(says) as unknown });
});

test('of two trails that write into the bucket the one that fits is taken', async () => {
  const trailList = [trail({ ...written, Name: 'other', S3KeyPrefix: 'x' }), trail(written)];
  const result = await checkAskedTrail(
    client({ DescribeTrails: { trailList }, GetEventSelectors: {} }),
    wantedTrail,
  );
  expect(result).toMatchObject({ state: 'ready', detail: expect.stringMatching(/^all,/) as unknown });
});

test('the boundary is looked for here and in members, each of which may lack it or not answer', async () => {
  const there = client({ GetPolicy: { Policy: {} } });
  const results = await checkBoundary(there, caller, 'team/boundary', [
    { accountId: '100000000007', iam: client({ GetPolicy: answer('NoSuchEntityException') }) },
    { accountId: '100000000008', iam: client({ GetPolicy: denied }) },
  ]);
  expect(results.map(({ check, state }) => [check, state])).toEqual([
    ['permissions boundary in 100000000001', 'ready'],
    ['permissions boundary in 100000000007', 'missing'],
    ['permissions boundary in 100000000008', 'unknown'],
  ]);
  expect(results[1]?.detail).toBe('there is no policy arn:aws:iam::100000000007:policy/team/boundary');
});

const clients = {
  kms: client({ DescribeKey: enabled, GetKeyPolicy: policyOf(members()) }),
  iam: client({ GetPolicy: { Policy: {} } }),
  quickSight: client(subscribed('ACCOUNT_CREATED')),
  eventsCloudTrail: client({ DescribeTrails: { trailList: [trail()] }, ...logging }),
  cloudTrail: client({ ...trails(), GetEventSelectors: {} }),
} as unknown as PreflightClients;
const wanted = {
  kmsKeyArn: key,
  permissionsBoundary: 'team/boundary',
  quickSight: { principalArns: [] },
  credentialEvents: {},
  trail: wantedTrail,
};

test.each<[string, ConfigFile, string[]]>([
  ['nothing is set', { config: {} }, []],
  ['there is no file', { config: undefined }, []],
  ['events are being removed', { config: { credentialEvents: 'remove' } }, []],
  [
    'everything is set',
    { config: wanted },
    [
      'key of the bucket',
      'permissions boundary in 100000000001',
      'QuickSight subscription',
      'trail for credential events',
      'trail to ask',
    ],
  ],
  [
    'the data lies in another account, which alone can look at its own',
    { config: { ...wanted, dataAccount: { id: '100000000007' } } },
    ['permissions boundary in 100000000001', 'trail for credential events', 'trail to ask'],
  ],
])('where %s, only what the options need is looked at', async (_, file, names) => {
  const known = { organizationId: 'o-anycompany1', isDeployer: false };
  const results = await configChecks(clients, caller, file, known);
  expect(results.map(({ check, state }) => [check, state])).toEqual(names.map((name) => [name, 'ready']));
});

test('a config.ts that cannot be read leaves its checks unknown, with why', async () => {
  const known = { organizationId: undefined, isDeployer: false };
  const [result] = await configChecks(clients, caller, { config: undefined, why: 'it throws' }, known);
  expect(result).toMatchObject({ check: 'config.ts', state: 'unknown', detail: 'it throws' });
});

test.each([
  ['AWS SDK error wrapper for TimeoutError: socket hang up', 'TimeoutError: socket hang up'],
  [
    "Unexpected token '<'\n  Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.",
    "AnError: Unexpected token '<'",
  ],
  ['not authorized to perform: kms:DescribeKey', 'AnError: not authorized to perform: kms:DescribeKey'],
])('what the SDK says about itself stays out of the sentence: %s', async (message, said) => {
  const failed = ask('kms:DescribeKey', () => Promise.reject(answer('AnError', message)));
  await expect(failed).rejects.toMatchObject({ detail: `kms:DescribeKey failed with ${said}` });
});
