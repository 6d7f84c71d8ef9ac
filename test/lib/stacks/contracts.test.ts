import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountsLeadMinutes, maxRetryAgeSeconds, maxScheduleAgeSeconds } from '../../../lib/config/timing';
import { propertiesOf, stackTags, synthesize, type Template } from '../synthesize';

const region = 'eu-central-1';
const one = synthesize({});
const several = synthesize({
  region,
  managementAccountId: '100000000001',
  deployFrom: 'delegated-administrator',
  delegatedAdministratorAccountId: '100000000002',
  dataAccount: { id: '100000000007', region: 'eu-west-1' },
});

interface StackSet {
  readonly StackInstancesGroup: readonly {
    readonly Regions: readonly unknown[];
    readonly DeploymentTargets: Readonly<Record<string, unknown>>;
  }[];
  readonly Parameters: readonly { readonly ParameterKey: string; readonly ParameterValue: unknown }[];
  readonly CallAs: string;
}
const stackSetOf = ({ organization }: { organization: Template }) =>
  propertiesOf<StackSet>(organization, 'AWS::CloudFormation::StackSet')[0];

/** The text of a value with its pseudo parameters, `Fn::Join` resolved. */
function text(value: unknown): string {
  if (typeof value === 'string') return value;
  const { Ref, 'Fn::Join': join } = value as { Ref?: string; 'Fn::Join'?: [string, unknown[]] };
  return join === undefined ? `<${Ref}>` : join[1].map(text).join(join[0]);
}

const parameter = (templates: { organization: Template }, key: string) =>
  stackSetOf(templates)?.Parameters.find(({ ParameterKey }) => ParameterKey === key)?.ParameterValue;

describe('the schedules', () => {
  test.each(Object.entries({ ...one, memberText: undefined }).filter(([, template]) => template))(
    'what is late in %s stays in its day',
    (_, template) => {
      interface Schedule {
        readonly Target: { readonly RetryPolicy: object; readonly Input: string };
      }
      const schedules = propertiesOf<Schedule>(template as Template, 'AWS::Scheduler::Schedule');
      for (const { Target } of schedules) {
        expect(Target.RetryPolicy).toEqual({
          MaximumEventAgeInSeconds: maxScheduleAgeSeconds,
          MaximumRetryAttempts: 10,
        });
        expect(JSON.parse(Target.Input)).toEqual({ scheduled_at: '<aws.scheduler.scheduled-time>' });
      }
      const retries = propertiesOf(template as Template, 'AWS::Lambda::EventInvokeConfig');
      expect(retries).toHaveLength(schedules.length);
      for (const retry of retries) {
        expect(retry).toMatchObject({
          MaximumEventAgeInSeconds: maxRetryAgeSeconds,
          MaximumRetryAttempts: 2,
        });
      }
    },
  );

  test('the accounts are listed before the collection starts', () => {
    interface Schedule {
      readonly ScheduleExpression: string;
      readonly FlexibleTimeWindow: object;
    }
    const schedules = propertiesOf<Schedule>(one.organization, 'AWS::Scheduler::Schedule');
    expect(schedules.map(({ ScheduleExpression }) => ScheduleExpression)).toEqual([
      `cron(${60 - accountsLeadMinutes} 2 * * ? *)`,
      'cron(0 3 * * ? *)',
    ]);
    expect(schedules[1]?.FlexibleTimeWindow).toEqual({ Mode: 'FLEXIBLE', MaximumWindowInMinutes: 60 });
  });
});

describe('names shared between stacks agree', () => {
  const bucketOf = ({ storage }: { storage: Template }) =>
    propertiesOf<{ BucketName: unknown }>(storage, 'AWS::S3::Bucket')[0]?.BucketName;

  test('the bucket, in one account', () => {
    expect(text(bucketOf(one))).toBe('credential-reports-<AWS::AccountId>-<AWS::Region>');
    expect(text(parameter(one, 'BucketName'))).toBe(text(bucketOf(one)));
    expect(text(parameter(one, 'DataAccountId'))).toBe('<AWS::AccountId>');
  });

  test('the bucket, in several accounts', () => {
    expect(text(bucketOf(several))).toBe('credential-reports-100000000007-eu-west-1');
    expect(text(parameter(several, 'BucketName'))).toBe(text(bucketOf(several)));
    expect(JSON.stringify(several.management)).toContain(text(bucketOf(several)));
    expect(text(parameter(several, 'DataRegion'))).toBe('eu-west-1');
  });

  test('the account-name role that the management stack names is the one that is made', () => {
    const role = propertiesOf<{ Path: string; RoleName: string }>(
      several.organization,
      'AWS::IAM::Role',
    ).find(({ RoleName }) => RoleName !== undefined);
    expect(JSON.stringify(several.management)).toContain(
      `:iam::100000000002:role${role?.Path}${role?.RoleName}`,
    );
  });

  test.each(Object.entries({ one, several }))('%s: no stack reads another one', (_, templates) => {
    expect(JSON.stringify(templates)).not.toMatch(/Fn::ImportValue|Fn::GetStackOutput/);
  });
});

describe('the StackSet', () => {
  test('puts the collector into exactly one region', () => {
    expect(stackSetOf(one)?.StackInstancesGroup.map(({ Regions }) => Regions)).toEqual([
      [{ Ref: 'AWS::Region' }],
    ]);
    expect(stackSetOf(several)?.StackInstancesGroup.map(({ Regions }) => Regions)).toEqual([[region]]);
  });

  test('is called as who deploys it', () => {
    expect(stackSetOf(one)?.CallAs).toBe('SELF');
    expect(stackSetOf(several)?.CallAs).toBe('DELEGATED_ADMIN');
  });

  test('follows the organization by itself and tolerates the trouble of single accounts', () => {
    expect(stackSetOf(one)).toMatchObject({
      PermissionModel: 'SERVICE_MANAGED',
      AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: false },
      ManagedExecution: { Active: true },
      Capabilities: ['CAPABILITY_IAM'],
      OperationPreferences: {
        MaxConcurrentPercentage: 25,
        FailureTolerancePercentage: 50,
        ConcurrencyMode: 'SOFT_FAILURE_TOLERANCE',
      },
    });
  });

  test('goes to the looked up root, after trusted access was activated', () => {
    const [id, lookup] =
      Object.entries(one.organization.Resources).find(
        ([, { Type }]) => Type === 'Custom::OrganizationLookup',
      ) ?? [];
    expect(lookup?.Properties).toMatchObject({ ActivateTrustedAccess: 'true', ReadRoot: 'true' });
    const stackSet = Object.values(one.organization.Resources).find(({ Type }) =>
      Type.endsWith('::StackSet'),
    );
    expect(stackSet?.DependsOn).toContain(id);
    expect(stackSetOf(one)?.StackInstancesGroup[0]?.DeploymentTargets).toEqual({
      OrganizationalUnitIds: [{ 'Fn::GetAtt': [id, 'RootId'] }],
    });
  });

  test('leaves excluded accounts out', () => {
    const { organization } = synthesize({
      targets: ['ou-ab12-cdefgh34'],
      excludedAccounts: ['100000000009'],
    });
    expect(stackSetOf({ organization })?.StackInstancesGroup[0]?.DeploymentTargets).toEqual({
      OrganizationalUnitIds: ['ou-ab12-cdefgh34'],
      AccountFilterType: 'DIFFERENCE',
      Accounts: ['100000000009'],
    });
  });
});

describe('the bucket', () => {
  const bucket = Object.values(one.storage.Resources).find(({ Type }) => Type === 'AWS::S3::Bucket');

  test('outlives its stack, but not a first deployment that fails', () => {
    expect(bucket?.DeletionPolicy).toBe('RetainExceptOnCreate');
  });

  test('forgets by retention, and old versions, markers and half uploads soon', () => {
    expect(bucket?.Properties?.['LifecycleConfiguration']).toEqual({
      Rules: [
        { Id: 'credential-reports', Prefix: 'credential-reports/', ExpirationInDays: 400, Status: 'Enabled' },
        { Id: 'collection-runs', Prefix: 'collection-runs/', ExpirationInDays: 400, Status: 'Enabled' },
        { Id: 'user-facts', Prefix: 'user-facts/', ExpirationInDays: 400, Status: 'Enabled' },
        { Id: 'accounts', Prefix: 'accounts/', ExpirationInDays: 400, Status: 'Enabled' },
        { Id: 'digests', Prefix: 'digests/', ExpirationInDays: 400, Status: 'Enabled' },
        { Id: 'credential-events', Prefix: 'credential-events/', ExpirationInDays: 400, Status: 'Enabled' },
        { Id: 'history', Prefix: 'history/', ExpirationInDays: 400, Status: 'Enabled' },
        { Id: 'athena-results', Prefix: 'athena-results/', ExpirationInDays: 7, Status: 'Enabled' },
        {
          Id: 'leftovers',
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
          ExpiredObjectDeleteMarker: true,
          NoncurrentVersionExpiration: { NoncurrentDays: 30 },
          Status: 'Enabled',
        },
      ],
    });
  });

  test('is closed, versioned and encrypted', () => {
    expect(bucket?.Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    });
  });
});

describe('every function', () => {
  interface Function {
    readonly Runtime: string;
    readonly Architectures: readonly string[];
    readonly LoggingConfig: { readonly LogGroup: { readonly Ref: string } };
  }
  const templates = Object.entries({
    storage: one.storage,
    data: one.data,
    organization: one.organization,
    member: one.member,
  });

  test.each(templates)(
    'of %s runs on the current runtime and forgets its log after a month',
    (_, template) => {
      const functions = propertiesOf<Function>(template, 'AWS::Lambda::Function');
      expect(functions).not.toEqual([]);
      for (const { Runtime, Architectures, LoggingConfig } of functions) {
        expect([Runtime, Architectures]).toEqual(['nodejs24.x', ['arm64']]);
        expect(template.Resources[LoggingConfig.LogGroup.Ref]?.Properties).toEqual({ RetentionInDays: 30 });
      }
    },
  );
});

test('the workgroup cannot be talked into another place, key or size', () => {
  const [workGroup] = propertiesOf<object>(one.data, 'AWS::Athena::WorkGroup');
  expect(workGroup).toMatchObject({
    Name: 'credential-report',
    RecursiveDeleteOption: true,
    WorkGroupConfiguration: {
      EnforceWorkGroupConfiguration: true,
      BytesScannedCutoffPerQuery: 1024 ** 4,
      ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_S3' } },
    },
  });
});

test('the outputs say where to go next', () => {
  expect(Object.keys(one.storage.Outputs ?? {})).toContain('Bucket');
  expect(Object.keys(one.data.Outputs ?? {})).toEqual(
    expect.arrayContaining(['WorkGroup', 'FirstQuestion', 'AnalystPolicy']),
  );
});

test('tags reach the members through the StackSet', () => {
  const { organization, storage } = synthesize({ tags: { 'cost-center': '42' } });
  const tags = [{ Key: 'cost-center', Value: '42' }];
  for (const [template, type] of [
    [organization, 'AWS::CloudFormation::StackSet'],
    [storage, 'AWS::S3::Bucket'],
  ] as const) {
    expect(propertiesOf<object>(template, type)[0]).toMatchObject({ Tags: tags });
  }
});

test('tags are on every stack too', () => {
  expect(
    stackTags({
      region,
      notifications: { emails: ['security@example.com'] },
      credentialEvents: {},
      tags: { 'cost-center': '42' },
    }),
  ).toEqual({
    CredentialReportStorage: { 'cost-center': '42' },
    CredentialReportData: { 'cost-center': '42' },
    CredentialReportOrganization: { 'cost-center': '42' },
    CredentialReportEventBus: { 'cost-center': '42' },
    CredentialReportEvents: { 'cost-center': '42' },
  });
});

test('the artifact that the demo runs is the code in the member template', () => {
  const artifact = readFileSync(join(__dirname, '../../../dist/lambda/collector/index.js'), 'utf8');
  const [inMember] = propertiesOf<{ Code: { ZipFile: string } }>(one.member, 'AWS::Lambda::Function');
  const inManagement = propertiesOf<{ Code: { ZipFile: string } }>(one.organization, 'AWS::Lambda::Function');
  expect(inMember?.Code.ZipFile).toBe(artifact);
  expect(inManagement.map(({ Code }) => Code.ZipFile)).toContain(artifact);
});

test('the SQL that travels in the custom resource fits an event of Lambda, twice over for an update', () => {
  const [properties] = propertiesOf<object>(one.data, 'Custom::AthenaDdl');
  const update = { ResourceProperties: properties, OldResourceProperties: properties };
  const rest = 'x'.repeat(8 * 1024); // ids, ARNs and the signed address of the answer
  expect(Buffer.byteLength(JSON.stringify({ ...update, rest }))).toBeLessThan(256 * 1024);
});

test('the member template as it stands', () => {
  const shortened = JSON.parse(one.memberText, (key, value: unknown) =>
    key === 'ZipFile' ? '(the collector)' : value,
  ) as object;
  expect(shortened).toMatchSnapshot();
});
