import type { Document, Policy } from './estate';
import * as org from './organization';
import { isAllowed, loosenings, narrowings, sayingSomething, type Request } from './prove';
import { trailInstallation } from './trail-installation';

/**
 * The policies of `CredentialReportTrail`, evaluated as those of the other stacks: what Athena does in the name of who makes
 * the table, and of who asks, is allowed, nothing of it is more than that needs, and no attack passes.
 */
const { estate, region, dataAccountId: accountId, kmsKeyArn: keyArn = '' } = trailInstallation;
const keyOfAccount = {
  arn: keyArn,
  accountId,
  policy: {
    name: 'key',
    document: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${accountId}:root` },
          Action: 'kms:*',
          Resource: '*',
        },
      ],
    } as Document,
  },
};
const withKey = { ...estate, guarded: [...estate.guarded, keyOfAccount] };

type Asked = readonly [action: string, resource: string, prefix?: string];

const bucket = 'arn:aws:s3:::anycompany-trail';
const folder = `logs/AWSLogs/${org.organizationId}`;
const day = `${folder}/100000000007/CloudTrail/${region}/2026/11/22/`;
const file = `${bucket}/${day}100000000007_CloudTrail_x.json.gz`;
const workGroup = `arn:aws:athena:${region}:${accountId}:workgroup/credential-report-trail`;
const glue = (resource: string) => `arn:aws:glue:${region}:${accountId}:${resource}`;
const database = 'database/credential_report_trail';
const table = 'table/credential_report_trail/cloudtrail_event';
const onAll = (actions: readonly string[], ...resources: readonly string[]): Asked[] =>
  actions.flatMap((action) => ['catalog', ...resources].map((one): Asked => [`glue:${action}`, glue(one)]));
const log = `arn:aws:logs:${region}:${accountId}:log-group:${estate.functions[0]?.logGroup}:log-stream:1`;

/** What Athena asks of Glue and S3 for whoever asks it; why, stands with the rows of the other stacks. */
const common: readonly Asked[] = [
  ...onAll(['GetDatabase', 'GetDatabases'], database, 'database/default'),
  ...onAll(['CreateDatabase'], 'database/default'),
  ...onAll(['GetTable', 'GetTables', 'GetPartition', 'GetPartitions'], database, table),
  ['s3:GetBucketLocation', bucket],
  ['s3:ListBucket', bucket, day],
];
const athena = (...names: readonly string[]): Asked[] => names.map((name) => [`athena:${name}`, workGroup]);

const holders: readonly {
  readonly name: string;
  readonly policy: Policy;
  readonly asked: readonly Asked[];
}[] = [
  {
    name: 'who makes the table',
    policy: estate.roles[0]?.policies[0] ?? { name: 'none', document: { Version: '', Statement: [] } },
    asked: [
      ...common,
      ...onAll(['CreateTable', 'UpdateTable', 'DeletePartition', 'DeleteTable'], database, table),
      ...athena('StartQueryExecution', 'GetQueryExecution', 'StopQueryExecution'),
      ['logs:CreateLogStream', log],
      ['logs:PutLogEvents', log],
    ],
  },
  {
    name: 'who asks',
    policy: estate.managed[0] ?? { name: 'none', document: { Version: '', Statement: [] } },
    asked: [
      ...common,
      ...onAll(['BatchGetPartition'], database, table),
      ...athena(
        'StartQueryExecution',
        'GetQueryExecution',
        'GetQueryResults',
        'GetQueryResultsStream',
        'StopQueryExecution',
      ),
      ...athena('GetWorkGroup', 'ListNamedQueries', 'GetNamedQuery'),
      ['s3:GetObject', file],
      ['kms:Decrypt', keyArn],
    ],
  },
];

/** What neither may. */
const attacks: readonly Asked[] = [
  ['s3:ListBucket', bucket, 'config/AWSLogs/'],
  ['s3:ListBucket', bucket],
  [
    's3:GetObject',
    `${bucket}/logs/AWSLogs/o-otherorg12/100000000007/CloudTrail/${region}/2026/11/22/x.json.gz`,
  ],
  ['s3:PutObject', file],
  ['s3:DeleteObject', file],
  ['s3:PutBucketPolicy', bucket],
  ['kms:GenerateDataKey', keyArn],
  ['kms:Decrypt', keyArn.replace('1111', '9999')],
  ['athena:StartQueryExecution', workGroup.replace('credential-report-trail', 'primary')],
  ['athena:UpdateWorkGroup', workGroup],
  ['glue:GetTable', glue('table/other/cloudtrail_event')],
  ['cloudtrail:StopLogging', `arn:aws:cloudtrail:${region}:${accountId}:trail/x`],
];

const allowed = ([action, resource, prefix]: Asked, { Version, Statement }: Document) => {
  const request: Request = {
    action,
    resource,
    resourceAccountId: accountId,
    context: prefix === undefined ? {} : { 's3:prefix': prefix },
    principal: { accountId, arn: `arn:aws:iam::${accountId}:user/somebody` },
    ownPolicies: [sayingSomething({ Version, Statement: [...Statement] })],
  };
  return isAllowed(request, withKey);
};

describe.each(holders)('$name', ({ policy, asked }) => {
  test('may do what Athena does for it, and no attack passes', async () => {
    const decided = await Promise.all([...asked, ...attacks].map((one) => allowed(one, policy.document)));
    expect([...asked, ...attacks].filter((_one, at) => decided[at])).toEqual(asked);
  });

  test('needs each action and each resource', async () => {
    const needless = await Promise.all(
      narrowings(policy).map(async ({ label, action, document }) => {
        const concerned = asked.filter(([one]) => one === action);
        const still = await Promise.all(concerned.map((one) => allowed(one, document)));
        return still.every(Boolean) ? [label] : [];
      }),
    );
    expect(needless.flat()).toEqual([]);
    expect(needless.length).toBeGreaterThan(20);
  });

  test('each condition keeps an attack out', async () => {
    const needless = await Promise.all(
      loosenings(policy).map(async ({ label, document }) => {
        const passes = await Promise.all(attacks.map((one) => allowed(one, document)));
        return passes.some(Boolean) ? [] : [label];
      }),
    );
    expect(needless.flat()).toEqual([]);
    expect(needless).toHaveLength(1);
  });
});
