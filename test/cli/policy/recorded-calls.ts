import { account, event, user, type RecordFields } from '../../local/trail/trail-files';

/** What IAM was asked for. */
export interface Asked {
  readonly action: string;
  /** `*` for actions without resources. */
  readonly resource: string;
}

/** A call as CloudTrail records it, and what IAM was asked for, by AWS's documentation. */
export interface RecordedCall {
  readonly fields: RecordFields;
  readonly asked: readonly Asked[];
}

/** A user's calls, and what the user never did. */
export interface UserCalls {
  readonly userName: string;
  readonly calls: readonly RecordedCall[];
  readonly neverMade: readonly Asked[];
}

const call = (
  service: string,
  eventName: string,
  requestParameters: RecordFields | null,
  asked: readonly (readonly [action: string, resource: string])[],
  more: RecordFields = {},
): RecordedCall => ({
  fields: { eventSource: `${service}.amazonaws.com`, eventName, requestParameters, ...more },
  asked: asked.map(([action, resource]) => ({ action, resource })),
});

const here = `eu-central-1:${account}`;
const table = `arn:aws:dynamodb:${here}:table/orders`;
/** Its own policy leaves it to the account's policies, as KMS makes keys. */
export const key = `arn:aws:kms:${here}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const topic = `arn:aws:sns:${here}:alerts`;
const role = 'arn:aws:iam::100000000008:role/ci/deploy';

/** Users whose calls have one kind of difficulty each. */
export const userCalls: readonly UserCalls[] = [
  {
    userName: 'deploy-ci',
    calls: [
      call('s3', 'PutObject', { bucketName: 'site', key: 'a/b.html' }, [
        ['s3:PutObject', 'arn:aws:s3:::site/a/b.html'],
      ]),
      call('s3', 'DeleteObjects', { bucketName: 'site' }, [
        ['s3:DeleteObject', 'arn:aws:s3:::site/old.html'],
      ]),
      call('s3', 'ListObjectsV2', { bucketName: 'site' }, [['s3:ListBucket', 'arn:aws:s3:::site']]),
      call('cloudfront', 'CreateInvalidation2020_05_31', { distributionId: 'E1EXAMPLE' }, [
        ['cloudfront:CreateInvalidation', `arn:aws:cloudfront::${account}:distribution/E1EXAMPLE`],
      ]),
    ],
    neverMade: [
      { action: 's3:GetObject', resource: 'arn:aws:s3:::site/a/b.html' },
      { action: 's3:PutObject', resource: 'arn:aws:s3:::site-backup/a/b.html' },
      { action: 's3:ListBucket', resource: 'arn:aws:s3:::site-backup' },
      { action: 's3:DeleteObject', resource: 'arn:aws:s3:::site-backup/old.html' },
      {
        action: 'cloudfront:CreateInvalidation',
        resource: `arn:aws:cloudfront::${account}:distribution/E2EXAMPLE`,
      },
      {
        action: 'cloudfront:DeleteDistribution',
        resource: `arn:aws:cloudfront::${account}:distribution/E1EXAMPLE`,
      },
    ],
  },
  {
    userName: 'copier',
    calls: [
      call('s3', 'CopyObject', { bucketName: 'to', key: 'a', 'x-amz-copy-source': '/from/a' }, [
        ['s3:GetObject', 'arn:aws:s3:::from/a'],
        ['s3:PutObject', 'arn:aws:s3:::to/a'],
      ]),
      call('s3', 'ListBuckets', null, [['s3:ListAllMyBuckets', '*']]),
    ],
    neverMade: [{ action: 's3:DeleteObject', resource: 'arn:aws:s3:::from/a' }],
  },
  {
    userName: 'app',
    calls: [
      // The index is in the parameters that are not kept.
      call('dynamodb', 'Query', { tableName: 'orders' }, [
        ['dynamodb:Query', table],
        ['dynamodb:Query', `${table}/index/by-day`],
      ]),
      call('lambda', 'Invoke', { functionName: `arn:aws:lambda:${here}:function:sum` }, [
        ['lambda:InvokeFunction', `arn:aws:lambda:${here}:function:sum`],
        ['lambda:InvokeFunction', `arn:aws:lambda:${here}:function:sum:live`],
      ]),
      call(
        'kms',
        'ReEncrypt',
        null,
        [
          ['kms:ReEncryptFrom', key],
          ['kms:ReEncryptTo', key],
        ],
        {
          resources: [{ ARN: key, type: 'AWS::KMS::Key' }],
        },
      ),
      call('sns', 'PublishBatch', { topicArn: topic }, [['sns:Publish', topic]]),
      call('sts', 'AssumeRole', { roleArn: role }, [['sts:AssumeRole', role]]),
      call('monitoring', 'PutMetricData', null, [['cloudwatch:PutMetricData', '*']]),
    ],
    neverMade: [
      { action: 'dynamodb:Query', resource: `${table}-archive` },
      { action: 'dynamodb:Scan', resource: table },
      { action: 'lambda:InvokeFunction', resource: `arn:aws:lambda:${here}:function:summary` },
      { action: 'kms:Decrypt', resource: key },
      { action: 'sts:AssumeRole', resource: `${role}-admin` },
    ],
  },
  {
    userName: 'operator',
    calls: [
      call('ec2', 'RunInstances', null, [
        ['ec2:RunInstances', `arn:aws:ec2:${here}:instance/*`],
        ['ec2:RunInstances', 'arn:aws:ec2:eu-central-1::image/ami-1'],
      ]),
      call('apigateway', 'CreateRestApi', null, [
        ['apigateway:POST', 'arn:aws:apigateway:eu-central-1::/restapis'],
      ]),
      call('iam', 'ListAccessKeys', { userName: 'operator' }, [
        ['iam:ListAccessKeys', `arn:aws:iam::${account}:user/operator`],
      ]),
      call('iam', 'ListAccessKeys', { userName: 'ben' }, [
        ['iam:ListAccessKeys', `arn:aws:iam::${account}:user/it/ben`],
      ]),
      call('iam', 'GetUser', { userName: 'operator' }, [
        ['iam:GetUser', `arn:aws:iam::${account}:user/operator`],
      ]),
    ],
    neverMade: [
      { action: 'ec2:TerminateInstances', resource: `arn:aws:ec2:${here}:instance/i-1` },
      { action: 'apigateway:DELETE', resource: 'arn:aws:apigateway:eu-central-1::/restapis/a1' },
      { action: 'iam:GetUser', resource: `arn:aws:iam::${account}:user/ben` },
      { action: 'iam:CreateAccessKey', resource: `arn:aws:iam::${account}:user/operator` },
    ],
  },
];

/** The events of all users. */
export function recordedEvents(): readonly RecordFields[] {
  return userCalls.flatMap(({ userName, calls }) =>
    calls.map(({ fields }) => event({ ...fields, userIdentity: user(userName) })),
  );
}
