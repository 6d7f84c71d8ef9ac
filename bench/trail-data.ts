import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

export const trailAccount = '100000000007';
export const trailUser = 'busy';
export const trailDays = Array.from(
  { length: 20 },
  (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`,
);

const regions = ['eu-central-1', 'us-east-1'];
const calls = [
  ['s3', 'PutObject'],
  ['s3', 'GetObject'],
  ['ec2', 'DescribeInstances'],
  ['sqs', 'ReceiveMessage'],
  ['dynamodb', 'PutItem'],
] as const;

/** Writes a trail of so many events, all of one user, 500 in a file. */
export function writeTrailData(folder: string, events: number): void {
  const files = events / 500;
  for (let file = 0; file < files; file++) {
    const day = trailDays[file % trailDays.length] ?? '';
    const region = regions[file % regions.length] ?? '';
    const records = Array.from({ length: 500 }, (_, index) => recordOf(day, region, file * 500 + index));
    const place = `AWSLogs/${trailAccount}/CloudTrail/${region}/${day.replaceAll('-', '/')}/${trailAccount}_CloudTrail_${file}.json.gz`;
    mkdirSync(dirname(join(folder, place)), { recursive: true });
    writeFileSync(join(folder, place), gzipSync(JSON.stringify({ Records: records }), { level: 1 }));
  }
}

function recordOf(day: string, region: string, number: number) {
  const [service, name] = calls[number % calls.length] ?? calls[0];
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'IAMUser',
      principalId: 'AIDAEXAMPLE0000000001',
      arn: `arn:aws:iam::${trailAccount}:user/${trailUser}`,
      accountId: trailAccount,
      accessKeyId: 'AKIAEXAMPLE000000001',
      userName: trailUser,
    },
    eventTime: `${day}T${String(number % 24).padStart(2, '0')}:10:00Z`,
    eventSource: `${service}.amazonaws.com`,
    eventName: name,
    awsRegion: region,
    sourceIPAddress: `192.0.2.${number % 200}`,
    userAgent: '[aws-cli/2.31.0 md/awscrt#0.27 ua/2.1 os/linux md/arch#x86_64 lang/python#3.13]',
    requestParameters: {
      bucketName: `bucket-${number % 7}`,
      key: `part/${number}`,
      Host: 's3.amazonaws.com',
    },
    responseElements: null,
    additionalEventData: {
      SignatureVersion: 'SigV4',
      CipherSuite: 'TLS_AES_128_GCM_SHA256',
      bytesTransferredIn: number,
    },
    requestID: randomUUID(),
    eventID: randomUUID(),
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: trailAccount,
    eventCategory: 'Management',
    tlsDetails: {
      tlsVersion: 'TLSv1.3',
      cipherSuite: 'TLS_AES_128_GCM_SHA256',
      clientProvidedHostHeader: 's3.amazonaws.com',
    },
  };
}
