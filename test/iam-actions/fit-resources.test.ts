import { fitResources } from '../../iam-actions/fit-resources';

const bucket = 'arn:aws:s3:::anycompany-site';
const table = 'arn:aws-cn:dynamodb:cn-north-1:100000000007:table/orders';
const lambda = 'arn:aws:lambda:eu-central-1:100000000007:function:deploy';
const secret = 'arn:aws:secretsmanager:eu-central-1:100000000007:secret:db';

test.each<[action: string, arns: readonly string[], resources: readonly string[]]>([
  ['s3:PutObject', [`${bucket}/*`], [`${bucket}/*`]],
  // DeleteObjects names the bucket alone, and a key may hold anything.
  ['s3:DeleteObject', [bucket], [`${bucket}/*`]],
  ['s3:PutObject', [bucket, `${bucket}/*`], [`${bucket}/*`]],
  ['s3:ListBucket', [`${bucket}-b`, bucket], [bucket, `${bucket}-b`]],
  ['dynamodb:GetItem', [table], [table]],
  ['dynamodb:Query', [table], [table, `${table}/index/*`]],
  ['lambda:InvokeFunction', [lambda], [lambda, `${lambda}:*`]],
  ['secretsmanager:GetSecretValue', [secret], [secret, `${secret}-??????`]],
  [
    'sts:AssumeRole',
    ['arn:aws:iam::100000000008:role/ci/deploy'],
    ['arn:aws:iam::100000000008:role/ci/deploy'],
  ],
  // The role of a new function is no resource of its creation.
  ['lambda:UpdateFunctionCode', [lambda, 'arn:aws:iam::100000000007:role/x'], [lambda, `${lambda}:*`]],
])('%s on %j is allowed on %j', async (action, arns, resources) => {
  expect(await fitResources(action, arns)).toEqual({ resources });
});

test.each<[action: string, arns: readonly string[], reason: string | undefined]>([
  ['s3:ListAllMyBuckets', [bucket], undefined],
  ['s3:PutObject', [], 'no event names a resource'],
  ['s3:PutBucketPolicy', [`${bucket}/*`], 'events name no bucket'],
  ['kms:Decrypt', ['arn:aws:kms:eu-central-1:100000000007:alias/x'], 'events name no key'],
  [
    'ec2:StartInstances',
    ['arn:aws:ec2:eu-central-1:100000000007:instance/i-1'],
    'events do not name each group and license-configuration',
  ],
  [
    'glue:GetTable',
    ['arn:aws:glue:eu-central-1:100000000007:table/sales/orders'],
    'events do not name each catalog and database and rootcatalog',
  ],
  [
    'dynamodb:GetItem',
    [table, `${table}-\${aws:username}`],
    'a policy would read a named resource as a pattern',
  ],
  ['dynamodb:GetItem', [`${table}*`], 'a policy would read a named resource as a pattern'],
])('%s on %j is allowed on everything: %s', async (action, arns, reason) => {
  expect(await fitResources(action, arns)).toEqual({
    resources: ['*'],
    ...(reason === undefined ? {} : { reason }),
  });
});
