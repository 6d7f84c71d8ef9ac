import { gzipSync } from 'node:zlib';

/** Fields of a record of CloudTrail; what a test leaves out is as it most often is. */
export type RecordFields = Readonly<Record<string, unknown>>;

export const account = '100000000007';

let written = 0;

/** An event of the user anna, with an id of its own. */
export function event(fields: RecordFields = {}): RecordFields {
  written++;
  return {
    eventVersion: '1.11',
    userIdentity: user('anna'),
    eventTime: '2026-11-20T10:00:00Z',
    eventSource: 'ec2.amazonaws.com',
    eventName: 'DescribeInstances',
    awsRegion: 'eu-central-1',
    sourceIPAddress: '192.0.2.10',
    userAgent: 'aws-cli/2',
    requestParameters: null,
    responseElements: null,
    eventID: `00000000-0000-4000-8000-${String(written).padStart(12, '0')}`,
    readOnly: true,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: 'Management',
    ...fields,
  };
}

/** The identity of an IAM user of the account, by its first key. */
export function user(userName: string, fields: RecordFields = {}): RecordFields {
  return {
    type: 'IAMUser',
    principalId: 'AIDAEXAMPLE0000000001',
    arn: `arn:aws:iam::${account}:user/${userName}`,
    accountId: account,
    accessKeyId: 'AKIAEXAMPLE000000001',
    userName,
    ...fields,
  };
}

/** A file of CloudTrail. */
export function packed(...records: readonly unknown[]): Buffer {
  return gzipSync(JSON.stringify({ Records: records }));
}

/** Where a file lies in an account's folder of a trail of an organization. */
export function fileKey(day: string, name = 'one', region = 'eu-central-1', of = account): string {
  return `AWSLogs/o-exampleorg1/${of}/CloudTrail/${region}/${day.replaceAll('-', '/')}/${of}_CloudTrail_${name}.json.gz`;
}
