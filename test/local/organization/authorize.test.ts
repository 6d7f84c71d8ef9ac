import { GetCredentialReportCommand } from '@aws-sdk/client-iam';
import { DescribeAccountCommand, ListAccountsCommand } from '@aws-sdk/client-organizations';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import type { AuthorizationDecision, AuthorizationRequest } from '../../../local/organization';
import { bucket, collectorRole, failure, management, member, outsider, start } from './small-organization';

const arn = `arn:aws:sts::${member}:assumed-role/collector-1/embedded`;
const refuse =
  (action: string) =>
  (request: AuthorizationRequest): AuthorizationDecision =>
    request.action === action ? { allowed: false, reason: 'a test says so' } : { allowed: true };
const message = (action: string, resource: string) =>
  `User: ${arn} is not authorized to perform: ${action} on resource: ${resource} because a test says so`;
const object = `arn:aws:s3:::${bucket}/a/b.csv`;
const role = `arn:aws:iam::${management}:role/undeclared`;
const described = `arn:aws:organizations::${management}:account/o-anycompany1/${member}`;
const Key = 'a/b.csv';

type Clients = ReturnType<Awaited<ReturnType<typeof start>>['clients']>;
const denials: [string, (of: Clients) => Promise<unknown>, string, string, number][] = [
  [
    'iam:GetCredentialReport',
    ({ iam }) => iam.send(new GetCredentialReportCommand({})),
    '*',
    'AccessDenied',
    403,
  ],
  [
    'sts:AssumeRole',
    ({ sts }) => sts.send(new AssumeRoleCommand({ RoleArn: role, RoleSessionName: 'aa' })),
    role,
    'AccessDenied',
    403,
  ],
  [
    'sts:TagSession',
    ({ sts }) =>
      sts.send(
        new AssumeRoleCommand({ RoleArn: role, RoleSessionName: 'aa', Tags: [{ Key: 'a', Value: 'b' }] }),
      ),
    role,
    'AccessDenied',
    403,
  ],
  [
    'organizations:ListAccounts',
    (of) => of.organizations.send(new ListAccountsCommand({})),
    '*',
    'AccessDeniedException',
    400,
  ],
  [
    'organizations:DescribeAccount',
    (of) => of.organizations.send(new DescribeAccountCommand({ AccountId: member })),
    described,
    'AccessDeniedException',
    400,
  ],
  [
    's3:PutObject',
    ({ s3 }) => s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: 'x' })),
    object,
    'AccessDenied',
    403,
  ],
  [
    's3:PutObjectAcl',
    ({ s3 }) =>
      s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: 'x', ACL: 'bucket-owner-full-control' })),
    object,
    'AccessDenied',
    403,
  ],
  [
    's3:GetObject',
    ({ s3 }) => s3.send(new GetObjectCommand({ Bucket: bucket, Key })),
    object,
    'AccessDenied',
    403,
  ],
  [
    's3:DeleteObject',
    ({ s3 }) => s3.send(new DeleteObjectCommand({ Bucket: bucket, Key })),
    object,
    'AccessDenied',
    403,
  ],
  [
    's3:ListBucket',
    ({ s3 }) => s3.send(new ListObjectsV2Command({ Bucket: bucket })),
    `arn:aws:s3:::${bucket}`,
    'AccessDenied',
    403,
  ],
];
test.each(denials)(
  '%s can be denied, and is asked with its resource',
  async (action, call, resource, name, status) => {
    const { organization, clients } = await start({ authorize: refuse(action) });
    expect(await failure(call(clients(member, collectorRole)))).toEqual({
      name,
      status,
      message: message(action, resource),
    });
    expect(organization.requests.at(-1)).toMatchObject({
      action,
      resource,
      allowed: false,
      principal: { arn },
    });
  },
);

test('with a hook every role may be assumed that the hook allows', async () => {
  const { organization, clients } = await start({ authorize: () => Promise.resolve({ allowed: true }) });
  const { AssumedRoleUser } = await clients(outsider).sts.send(
    new AssumeRoleCommand({ RoleArn: role, RoleSessionName: 'aa' }),
  );
  expect(AssumedRoleUser?.Arn).toBe(`arn:aws:sts::${management}:assumed-role/undeclared/aa`);
  expect(organization.requests[0]?.context).toMatchObject({ 'aws:PrincipalOrgID': 'o-elsewhere01' });
});

test('a hook cannot lift what Organizations denies members', async () => {
  const { organization, clients } = await start({ authorize: () => ({ allowed: true }) });
  const failed = await failure(clients(member).organizations.send(new ListAccountsCommand({})));
  expect(failed.message).toBe("You don't have permissions to access this resource.");
  expect(organization.requests).toMatchObject([{ action: 'organizations:ListAccounts', allowed: true }]);
});

test('who may not list a bucket does not learn that a key is missing', async () => {
  const missing = new GetObjectCommand({ Bucket: bucket, Key: 'none' });
  const strict = await start({ authorize: refuse('s3:ListBucket') });
  expect(await failure(strict.clients(member).s3.send(missing))).toMatchObject({
    name: 'AccessDenied',
    status: 403,
  });
  const open = await start({ authorize: () => ({ allowed: true }) });
  expect(await failure(open.clients(member).s3.send(missing))).toMatchObject({
    name: 'NoSuchKey',
    status: 404,
  });
});

test('a put tells its conditions: encryption, condition, transport, resource', async () => {
  const { organization, clients, folder } = await start({ secureTransport: false });
  const put = { Bucket: bucket, Key, Body: 'x', IfNoneMatch: '*' };
  const kms = {
    ServerSideEncryption: 'aws:kms' as const,
    SSEKMSKeyId: `arn:aws:kms:us-east-1:${outsider}:key/1`,
  };
  await clients(member, collectorRole).s3.send(new PutObjectCommand({ ...put, ...kms }));
  expect(organization.requests).toMatchObject([
    {
      action: 's3:PutObject',
      resourceAccountId: management,
      context: {
        's3:if-none-match': '*',
        's3:x-amz-server-side-encryption': 'aws:kms',
        's3:x-amz-server-side-encryption-aws-kms-key-id': kms.SSEKMSKeyId,
        'aws:SecureTransport': 'false',
        'aws:ResourceAccount': management,
        'aws:ResourceOrgID': 'o-anycompany1',
        'aws:RequestedRegion': 'us-east-1',
        'aws:PrincipalType': 'AssumedRole',
      },
    },
    {
      action: 'kms:GenerateDataKey',
      resource: kms.SSEKMSKeyId,
      resourceAccountId: outsider,
      context: {
        'kms:ViaService': 's3.us-east-1.amazonaws.com',
        'kms:CallerAccount': member,
        'kms:EncryptionContext:aws:s3:arn': object,
      },
    },
  ]);

  const plain = await start({
    buckets: [
      { name: bucket, folder, ownerAccountId: management, kmsKeyArn: kms.SSEKMSKeyId, bucketKey: true },
    ],
  });
  const stored = await plain
    .clients(member)
    .s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'c', Body: 'x' }));
  expect(stored).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: kms.SSEKMSKeyId });
  await plain.clients(member).s3.send(new GetObjectCommand({ Bucket: bucket, Key: 'c' }));
  expect(plain.organization.requests.map(({ action }) => action)).toEqual([
    's3:PutObject',
    'kms:GenerateDataKey',
    's3:GetObject',
    'kms:Decrypt',
  ]);
  expect(plain.organization.requests[0]?.context).not.toHaveProperty('s3:if-none-match');
  expect(plain.organization.requests[1]?.context).toMatchObject({
    'kms:EncryptionContext:aws:s3:arn': `arn:aws:s3:::${bucket}`,
  });
});
