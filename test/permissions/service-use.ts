import type { Installation } from './installation';
import type { Request } from './prove';
import type { PlacedResource, Role } from './estate';
import { organizationId } from './organization';

/**
 * What services do with the permissions of a role, or as themselves; no function calls it. Each row is a claim about AWS
 * that was reviewed, with the reason it rests on.
 */
interface ServiceUse {
  readonly kind: string;
  readonly action: string;
  readonly resource: (role: Role, installation: Installation) => string;
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  readonly why: string;
}

const logStream = ({ arn }: Role, { estate }: Installation) => {
  const one = estate.functions.find(({ roleArn }) => roleArn === arn);
  const [, , , region, account] = one?.arn.split(':') ?? [];
  return `arn:aws:logs:${region}:${account}:log-group:${one?.logGroup}:log-stream:2026/11/22/1`;
};

/** Functions that ask or notify by schedule. */
const notifiers = ['digest', 'coverage-check', 'event-notifier'];

const logging = [
  'collector',
  'accounts',
  'apply-ddl',
  'organization-lookup',
  'store-lists',
  'history',
  ...notifiers,
  'alarm-notifier',
].flatMap((kind): ServiceUse[] => [
  {
    kind,
    action: 'logs:CreateLogStream',
    resource: logStream,
    why: 'Lambda opens a stream for each environment',
  },
  { kind, action: 'logs:PutLogEvents', resource: logStream, why: 'Lambda writes what the function prints' },
]);

const scheduled = ['collector', 'accounts', 'history', ...notifiers].map((kind): ServiceUse => ({
  kind: `${kind}-schedule`,
  action: 'lambda:InvokeFunction',
  resource: ({ accountId }, { estate }) =>
    estate.functions.find(
      (one) =>
        one.accountId === accountId &&
        estate.roles.some((role) => role.arn === one.roleArn && role.kind === kind),
    )?.arn ?? '',
  why: 'Scheduler starts the function',
}));

const glue =
  (resource: string) =>
  ({ accountId, region }: Pick<Role, 'accountId' | 'region'>) =>
    `arn:aws:glue:${region}:${accountId}:${resource}`;
const database = 'database/credential_report';
const theDefault = 'database/default';
const table = 'table/credential_report/account_line';
/** Of Athena's guide, with what each kind of statement asks of Glue. */
const guide = 'https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html';
/** An action on a resource of the catalog, and on everything above it. */
const onAll = (action: string, resources: readonly string[], why: string) =>
  ['catalog', ...resources].map(
    (resource) => [`glue:${action}`, glue(resource), `${why}, ${guide}`] as const,
  );
const bucket = (_: unknown, { bucketName }: Installation) => `arn:aws:s3:::${bucketName}`;
const object =
  (key: string) =>
  (_: unknown, { bucketName }: Installation) =>
    `arn:aws:s3:::${bucketName}/${key}`;
const report = 'credential-reports/2026/11/22/100000000007-Sandbox.csv';
const reportHistory = 'history/credential-reports/2026/11/20/credential-reports.parquet';
const result = object('athena-results/1.csv');
const workGroup = ({ accountId, region }: Pick<Role, 'accountId' | 'region'>) =>
  `arn:aws:athena:${region}:${accountId}:workgroup/credential-report`;
function dataCatalog({ accountId, region }: Pick<Role, 'accountId' | 'region'>): string {
  return `arn:aws:athena:${region}:${accountId}:datacatalog/AwsDataCatalog`;
}

/** What Athena does in the name of whoever runs a query. */
const athena = (kind: string, ...readable: string[]): ServiceUse[] =>
  [
    ...['GetDatabase', 'GetDatabases'].flatMap((action) => [
      ...onAll(action, [database], 'Athena resolves the database'),
      ...onAll(action, [theDefault], 'Athena looks at the default database whatever is asked'),
    ]),
    ...onAll('CreateDatabase', [theDefault], 'Athena makes the default database where there is none'),
    ...['GetTable', 'GetTables'].flatMap((action) =>
      onAll(action, [database, table], 'Athena resolves tables and views'),
    ),
    ...['GetPartition', 'GetPartitions', ...(kind === 'apply-ddl' ? [] : ['BatchGetPartition'])].flatMap(
      (action) => onAll(action, [database, table], 'Athena asks for partitions of a partitioned table'),
    ),
    ['s3:GetBucketLocation', bucket, 'Athena looks where the answers go'],
    ['s3:ListBucket', bucket, 'Athena lists the objects of the days asked for'],
    ...readable.map((key) => ['s3:GetObject', object(key), 'Athena reads what it lists'] as const),
    ['s3:PutObject', result, 'Athena writes the answer'],
    ['s3:AbortMultipartUpload', result, 'Athena gives up a large answer'],
    ['s3:ListMultipartUploadParts', result, 'Athena writes a large answer in parts'],
    ['kms:Decrypt', key, 'S3 decrypts with the key of the bucket'],
    ['kms:GenerateDataKey', key, 'S3 encrypts the answer with the key of the bucket'],
  ].map(([action, resource, why]) => ({ kind, action, resource, why }) as ServiceUse);

/** Where Lake Formation decides, it hands out what lies in a registered location. */
const dataAccess = [...notifiers, 'analyst', 'quick-sight'].map((kind): ServiceUse => ({
  kind,
  action: 'lakeformation:GetDataAccess',
  resource: (_, { lakeFormation }) => (lakeFormation ? '*' : ''),
  why: 'Athena reads a location that is registered with Lake Formation',
}));

/** The central bus, in the data account. */
export const centralBus = (_: unknown, { estate }: Installation) =>
  estate.guarded.find(({ policy }) => policy.name === 'event bus')?.arn ?? '';

/** What an event carries that a rule hands over. */
export const forwarded = {
  'aws:PrincipalOrgID': organizationId,
  'events:source': ['aws.iam'],
  'events:detail-type': ['AWS API Call via CloudTrail'],
};

const key = (_: unknown, { kmsKeyArn }: Installation) => kmsKeyArn ?? '';

const define = [
  ['CreateTable', 'Athena makes tables and views'],
  ['UpdateTable', 'Athena replaces views'],
  ['DeletePartition', "Hive's client drops the partitions of a table before it"],
  ['DeleteTable', 'Athena drops tables and views'],
].flatMap(([name = '', reason = '']) =>
  onAll(name, [database, table], reason).map(([action, resource, why]): ServiceUse => ({
    kind: 'apply-ddl',
    action,
    resource,
    why,
  })),
);

const person = (action: string, why: string): ServiceUse => ({
  kind: 'analyst',
  action,
  resource: workGroup,
  why,
});

const quickSight = (
  [
    ['athena:GetWorkGroup', 'QuickSight looks at the workgroup of its data source'],
    ['athena:StartQueryExecution', 'SPICE takes a dataset over'],
    ['athena:GetQueryExecution', 'SPICE waits for the answer'],
    ['athena:GetQueryResults', 'SPICE reads the answer'],
    ['athena:GetQueryResultsStream', "QuickSight's driver reads long answers as a stream"],
    ['athena:StopQueryExecution', 'a refresh is cancelled'],
  ] as const
).map(([action, why]): ServiceUse => ({ kind: 'quick-sight', action, resource: workGroup, why }));

/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSQuicksightAthenaAccess.html */
const quickSightDriver = (
  [
    ['athena:ListDataCatalogs', () => '*'],
    ['athena:GetDataCatalog', dataCatalog],
    ['athena:ListDatabases', dataCatalog],
    ['athena:ListTableMetadata', dataCatalog],
    ['athena:GetTableMetadata', dataCatalog],
    ['s3:ListBucketMultipartUploads', bucket],
  ] as const
).map(([action, resource]): ServiceUse => ({
  kind: 'quick-sight',
  action,
  resource,
  why: "AWS's own policy for QuickSight and Athena, AWSQuicksightAthenaAccess, has it",
}));

export const serviceUses: readonly ServiceUse[] = [
  ...logging,
  ...scheduled,
  ...athena('apply-ddl', 'athena-results/1.csv'),
  ...define,
  {
    kind: 'apply-ddl',
    action: 'athena:StopQueryExecution',
    resource: workGroup,
    why: 'a query that outlasts the function is stopped',
  },
  ...athena('digest', report, reportHistory),
  ...athena('coverage-check', report, reportHistory),
  ...athena(
    'event-notifier',
    'credential-events/2026/11/22/1.json',
    'accounts/2026/11/22/accounts.jsonl',
    'history/accounts/2026/11/20/accounts.parquet',
    'exceptions/exceptions.csv',
    'athena-results/1.csv',
  ),
  ...['digest', 'coverage-check', 'event-notifier'].flatMap((kind) => [
    {
      kind,
      action: 'athena:StopQueryExecution',
      resource: workGroup,
      why: 'a query that outlasts the function is stopped',
    },
  ]),
  {
    kind: 'event-forwarder',
    action: 'events:PutEvents',
    resource: centralBus,
    context: forwarded,
    why: 'EventBridge hands an event of the rule to the central bus',
  },
  ...athena('analyst', report, reportHistory),
  ...athena('quick-sight', report, reportHistory),
  ...quickSight,
  ...dataAccess,
  ...quickSightDriver,
  person('athena:StartQueryExecution', 'a person asks'),
  person('athena:GetQueryExecution', 'the console waits for the answer'),
  person('athena:GetQueryResults', 'the console shows the answer'),
  person('athena:StopQueryExecution', 'a person cancels'),
  person('athena:GetWorkGroup', 'the console shows the workgroup'),
  person('athena:ListNamedQueries', 'the console lists the saved queries'),
  person('athena:GetNamedQuery', 'the console opens a saved query'),
  {
    kind: 'organization-lookup',
    action: 'organizations:EnableAWSServiceAccess',
    resource: () => '*',
    context: { 'organizations:ServicePrincipal': 'member.org.stacksets.cloudformation.amazonaws.com' },
    why: 'activating trusted access enables StackSets in Organizations in the name of the caller',
  },
  {
    kind: 'organization-lookup',
    action: 'iam:CreateServiceLinkedRole',
    resource: ({ accountId }) =>
      `arn:aws:iam::${accountId}:role/aws-service-role/stacksets.cloudformation.amazonaws.com/AWSServiceRoleForCloudFormationStackSetsOrgAdmin`,
    context: { 'iam:AWSServiceName': 'stacksets.cloudformation.amazonaws.com' },
    why: 'activating trusted access makes the service role of StackSets',
  },
];

/**
 * What services do as themselves. No role lends them anything: the policy of the resource alone lets them in, and their
 * request says in whose name they come by `aws:SourceArn`, the one key that AWS documents for each of these.
 */
interface ServiceCall {
  /** Type of the resource in whose name the service comes. */
  readonly of: string;
  /** Service of the resource that it reaches, as in ARNs. */
  readonly to: string;
  readonly service: string;
  readonly action: string;
  readonly why: string;
}

export const serviceCalls: readonly ServiceCall[] = [
  {
    of: 'AWS::CloudWatch::Alarm',
    to: 'sns',
    service: 'cloudwatch.amazonaws.com',
    action: 'sns:Publish',
    why: 'CloudWatch publishes an alarm of the stack',
  },
  {
    of: 'AWS::CloudWatch::Alarm',
    to: 'lambda',
    service: 'lambda.alarms.cloudwatch.amazonaws.com',
    action: 'lambda:InvokeFunction',
    why: 'CloudWatch hands an alarm of the stack to the function',
  },
  {
    of: 'AWS::Events::Rule',
    to: 'sqs',
    service: 'events.amazonaws.com',
    action: 'sqs:SendMessage',
    why: 'EventBridge puts an event of the rule into the queue',
  },
];

/** What a resource hands over without a role of its own: the actions of alarms, the targets of rules. */
function handsOverTo({ Properties = {} }: PlacedResource): readonly string[] {
  const {
    AlarmActions = [],
    OKActions = [],
    InsufficientDataActions = [],
    Targets = [],
  } = Properties as {
    readonly [name: string]: readonly string[] | undefined;
    readonly Targets?: readonly never[];
  };
  const targets: readonly { readonly Arn: string; readonly RoleArn?: string }[] = Targets;
  return [
    ...AlarmActions,
    ...OKActions,
    ...InsufficientDataActions,
    ...targets.filter(({ RoleArn }) => RoleArn === undefined).map(({ Arn }) => Arn),
  ];
}

/** Every alarm's action and every rule's target, as the service's request. @throws Error without a reviewed row for it */
function serviceCallRequests({ estate }: Installation): Request[] {
  return estate.resources.flatMap((source) =>
    handsOverTo(source).map((resource): Request => {
      const [, , to, region, resourceAccountId = ''] = resource.split(':');
      const call = serviceCalls.find((one) => one.of === source.Type && one.to === to);
      const { arn, accountId } = source;
      if (call === undefined || arn === undefined || region !== source.region) {
        throw new Error(`no reviewed row says how ${arn ?? source.Type} reaches ${resource}`);
      }
      return {
        action: call.action,
        resource,
        resourceAccountId,
        context: { 'aws:SourceArn': arn, 'aws:SecureTransport': 'true' },
        principal: { accountId, arn: call.service },
      };
    }),
  );
}

/** Which service assumes the roles of a kind. */
const trusted: Readonly<Record<string, string>> = {
  collector: 'lambda.amazonaws.com',
  accounts: 'lambda.amazonaws.com',
  'apply-ddl': 'lambda.amazonaws.com',
  'organization-lookup': 'lambda.amazonaws.com',
  'store-lists': 'lambda.amazonaws.com',
  history: 'lambda.amazonaws.com',
  'history-schedule': 'scheduler.amazonaws.com',
  ...Object.fromEntries([...notifiers, 'alarm-notifier'].map((kind) => [kind, 'lambda.amazonaws.com'])),
  ...Object.fromEntries(notifiers.map((kind) => [`${kind}-schedule`, 'scheduler.amazonaws.com'])),
  'event-forwarder': 'events.amazonaws.com',
  'collector-schedule': 'scheduler.amazonaws.com',
  'accounts-schedule': 'scheduler.amazonaws.com',
  'quick-sight': 'quicksight.amazonaws.com',
};

/** The rows as requests of an installation. */
export function serviceRequests(installation: Installation): Request[] {
  const { estate } = installation;
  const analysts = estate.managed.map(({ accountId, region, document }) => ({
    role: { arn: `arn:aws:iam::${accountId}:role/somebody`, kind: 'analyst', accountId, region },
    policies: [document],
  }));
  const holders = [...estate.roles.map((role) => ({ role, policies: [] })), ...analysts] as {
    role: Role;
    policies: Request['ownPolicies'];
  }[];
  const uses = serviceUses.flatMap(({ kind, action, resource, context = {} }) =>
    holders
      .filter(({ role }) => role.kind === kind)
      .map(({ role, policies }) => ({
        role,
        policies,
        action,
        context,
        resource: resource(role, installation),
      }))
      .filter((use) => use.resource !== '' && (kind !== 'organization-lookup' || mayActivate(use.role)))
      .map((use) => sessionRequest(use.role, use.action, use.resource, use.context, use.policies ?? [])),
  );
  return [...uses, ...estate.roles.flatMap(assumedByService), ...serviceCallRequests(installation)];
}

/** Only the stack of the management account activates trusted access. */
function mayActivate({ policies }: Role): boolean {
  return JSON.stringify(policies).includes('cloudformation:ActivateOrganizationsAccess');
}

function sessionRequest(
  role: Role,
  action: string,
  resource: string,
  context: Readonly<Record<string, string | readonly string[]>>,
  ownPolicies: NonNullable<Request['ownPolicies']>,
): Request {
  const { accountId, arn } = role;
  return {
    action,
    resource,
    resourceAccountId: resource.split(':')[4] || accountId,
    context: {
      'aws:PrincipalAccount': accountId,
      'aws:PrincipalArn': arn,
      'aws:SecureTransport': 'true',
      ...context,
    },
    principal: {
      accountId,
      roleArn: arn,
      arn: `arn:aws:sts::${accountId}:assumed-role/${arn.split('/').at(-1)}/service`,
    },
    ownPolicies,
  };
}

function assumedByService({ kind, arn, accountId, trust }: Role): Request[] {
  const service = trusted[kind];
  if (service === undefined) return [];
  const group = trust.document.Statement[0]?.Condition?.['ArnEquals']?.['aws:SourceArn'];
  return [
    {
      action: 'sts:AssumeRole',
      resource: arn,
      resourceAccountId: accountId,
      context: service.startsWith('scheduler')
        ? { 'aws:SourceAccount': accountId, 'aws:SourceArn': String(group) }
        : { 'aws:SourceAccount': accountId },
      principal: { accountId, arn: service },
    },
  ];
}
