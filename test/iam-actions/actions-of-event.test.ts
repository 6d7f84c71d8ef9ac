import { actionsOfEvent } from '../../iam-actions/actions-of-event';
import { actionsOfService } from '../../iam-actions/action-list';
import { eventTables } from '../../iam-actions/event-tables';

const asked = async (source: string, name: string): Promise<string> => {
  const found = await actionsOfEvent(`${source}.amazonaws.com`, name);
  return found.kind === 'known' ? found.actions.join(' ') : `${found.kind}: ${found.reason}`;
};

/** One row for each kind of difference between the name of an event and that of its action. */
test.each([
  ['s3', 'ListBuckets', 's3:ListAllMyBuckets'],
  ['s3', 'HeadBucket', 's3:ListBucket'],
  ['s3', 'GetBucketEncryption', 's3:GetEncryptionConfiguration'],
  ['s3', 'DeleteBucketEncryption', 's3:PutEncryptionConfiguration'],
  ['s3', 'PutBucketLifecycle', 's3:PutLifecycleConfiguration'],
  ['s3', 'PutBucketReplication', 's3:PutReplicationConfiguration'],
  ['s3', 'DeleteBucketReplication', 's3:PutReplicationConfiguration'],
  ['s3', 'PutBucketPublicAccessBlock', 's3:PutBucketPublicAccessBlock'],
  ['s3', 'GetBucketCors', 's3:GetBucketCORS'],
  ['s3', 'DeleteBucketCors', 's3:PutBucketCORS'],
  ['s3', 'DeleteBucketTagging', 's3:PutBucketTagging'],
  ['s3', 'ListBucketInventoryConfigurations', 's3:GetInventoryConfiguration'],
  ['s3', 'GetBucketVersioning', 's3:GetBucketVersioning'],
  ['s3', 'ListObjectsV2', 's3:ListBucket'],
  ['s3', 'ListObjectVersions', 's3:ListBucketVersions'],
  ['s3', 'ListMultipartUploads', 's3:ListBucketMultipartUploads'],
  ['s3', 'HeadObject', 's3:GetObject'],
  ['s3', 'DeleteObjects', 's3:DeleteObject'],
  ['s3', 'CompleteMultipartUpload', 's3:PutObject'],
  ['s3', 'CopyObject', 's3:GetObject s3:PutObject'],
  ['s3', 'WriteGetObjectResponse', 's3-object-lambda:WriteGetObjectResponse'],
  ['s3express', 'PutObject', 's3express:CreateSession'],
  ['lambda', 'CreateFunction20150331', 'lambda:CreateFunction'],
  ['lambda', 'AddPermission20150331v2', 'lambda:AddPermission'],
  ['lambda', 'ListTags20170331', 'lambda:ListTags'],
  ['lambda', 'Invoke', 'lambda:InvokeFunction'],
  ['lambda', 'Invoke20150331', 'lambda:InvokeFunction'],
  ['cloudfront', 'TagResource2020_05_31v2', 'cloudfront:TagResource'],
  ['cloudfront', 'CreateDistribution2015_07_27', 'cloudfront:CreateDistribution'],
  ['cloudfront', 'CreateInvalidation2020_05_31', 'cloudfront:CreateInvalidation'],
  [
    'cloudfront',
    'CreateDistributionWithTags2020_05_31',
    'cloudfront:CreateDistribution cloudfront:TagResource',
  ],
  ['bedrock', 'Converse', 'bedrock:InvokeModel'],
  ['bedrock', 'ConverseStream', 'bedrock:InvokeModelWithResponseStream'],
  ['dynamodb', 'TransactGetItems', 'dynamodb:GetItem'],
  ['sqs', 'SendMessageBatch', 'sqs:SendMessage'],
  ['timestream', 'Query', 'timestream:Select'],
  ['cassandra', 'GetTable', 'cassandra:Select'],
  ['budgets', 'DescribeBudgets', 'budgets:ViewBudget'],
  ['glue', 'GetUnfilteredTableMetadata', 'glue:GetTable'],
  ['monitoring', 'DescribeAlarms', 'cloudwatch:DescribeAlarms'],
  ['tagging', 'GetResources', 'tag:GetResources'],
  ['pinpoint', 'GetApp', 'mobiletargeting:GetApp'],
  ['rdsdata', 'ExecuteStatement', 'rds-data:ExecuteStatement'],
  ['models.lex', 'GetBots', 'lex:GetBots'],
  ['cloudcontrolapi', 'CreateResource', 'cloudformation:CreateResource'],
  ['application-insights', 'ListApplications', 'applicationinsights:ListApplications'],
  ['autoscaling', 'RegisterScalableTarget', 'application-autoscaling:RegisterScalableTarget'],
  ['autoscaling', 'CreateAutoScalingGroup', 'autoscaling:CreateAutoScalingGroup'],
  ['ds', 'DescribeDirectories', 'ds:DescribeDirectories'],
  ['es', 'CreateElasticsearchDomain', 'es:CreateElasticsearchDomain'],
  ['iam', 'CreateAccessKey', 'iam:CreateAccessKey'],
  ['memorydb', 'DescribeACLs', 'memorydb:DescribeAcls'],
  ['dynamodb', 'DescribeTable', 'dynamodb:DescribeTable'],
  ['states', 'StartExecution', 'states:StartExecution'],
  ['rds', 'CreateDBInstance', 'rds:CreateDBInstance'],
  ['organizations', 'DescribeOrganization', 'organizations:DescribeOrganization'],
  ['ec2', 'RunInstances', 'ec2:RunInstances'],
  ['events', 'PutTargets', 'events:PutTargets'],
  ['kms', 'ReEncrypt', 'kms:ReEncryptFrom kms:ReEncryptTo'],
  ['apigateway', 'CreateRestApi', 'apigateway:POST'],
  ['apigateway', 'PutRestApi', 'apigateway:PUT'],
  ['apigateway', 'FlushStageCache', 'apigateway:DELETE'],
  ['apigateway', 'UpdateStage', 'apigateway:PATCH'],
  ['apigateway', 'GetApis', 'apigateway:GET'],
  ['apigateway', 'PutRoutingRule', 'apigateway:UpdateRoutingRule'],
  ['apigateway', 'CreateRoutingRule', 'apigateway:CreateRoutingRule'],
])('%s %s needs %s', async (source, name, actions) => {
  expect(await asked(source, name)).toBe(actions);
});

test.each([
  ['sts', 'GetCallerIdentity'],
  ['sts', 'GetSessionToken'],
  ['signin', 'ConsoleLogin'],
  ['signin', 'SwitchRole'],
  ['portal.sso', 'WhateverItIs'],
  ['cognito-idp', 'GetUser'],
])('%s %s needs no permission', async (source, name) => {
  expect(await asked(source, name)).toMatch(/^no_permission: /);
});

test.each([
  ['s3', 'PutPublicAccessBlock', /does not say which/],
  ['dynamodb', 'BatchExecuteStatement', /PartiQLSelect, PartiQLInsert/],
  ['dynamodb', 'TransactWriteItems', /one or more/],
  ['autoscaling', 'PutScalingPolicy', /^unknown: it may be autoscaling:\w+ or application-autoscaling:\w+$/],
  ['elasticbeanstalk', 'UpdateTagsForResource', /grants nothing/],
  ['apigateway', 'TagResource', /different verbs/],
  ['s3', 'PutBucketGravity', /^unknown: the list of actions of 20\d\d-\d\d-\d\d has no such name of s3$/],
  // Names that every object has in JavaScript.
  ['s3', 'constructor', /no such name of s3/],
  ['s3', '__proto__', /no such name of s3/],
  ['constructor', 'GetObject', /no service of this source/],
  ['../services', 'GetObject', /no service of this source/],
  ['elastic', '', /no service of this source/],
  // A year at its end is no version, where the rest is no action.
  ['ec2', 'Launch20261126', /no such name of ec2/],
])('%s %s is unknown', async (source, name, reason) => {
  expect(await asked(source, name)).toMatch(reason);
});

test('what is not the address of a service is unknown', async () => {
  expect(await actionsOfEvent('s3.amazonaws.com.example.com', 'GetObject')).toMatchObject({
    kind: 'unknown',
  });
});

const actionsOfTables = [
  ...new Set([...eventTables().differences.values()].flatMap(({ actions }) => actions)),
];

test.each(actionsOfTables)('%s of the tables is an action, spelt as AWS does', async (action) => {
  const [service = '', name = ''] = action.split(':');
  expect([...(await actionsOfService(service)).values()]).toContain(name);
});

test('every service of the table of sources has actions', async () => {
  const services = [...new Set([...eventTables().services.values()].flat())];
  const sizes = await Promise.all(services.map(async (each) => (await actionsOfService(each)).size));
  expect(services.filter((_service, at) => sizes[at] === 0)).toEqual([]);
});

test('no event stands in two tables', () => {
  const { differences, noPermission } = eventTables();
  expect([...differences.keys()].filter((event) => noPermission.has(event))).toEqual([]);
});

test('a difference is one: the list would not say the same by itself', async () => {
  const same = await Promise.all(
    [...eventTables().differences].map(async ([event, { actions }]) => {
      const [source = '', name = ''] = event.split('.amazonaws.com ');
      const found = (await actionsOfService(source)).get(name.toLowerCase());
      return actions.length === 1 && actions[0] === `${source}:${found}` ? [event] : [];
    }),
  );
  expect(same.flat()).toEqual([]);
});
