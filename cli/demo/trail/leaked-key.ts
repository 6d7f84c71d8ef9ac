import { demoDays } from '../days';
import { knownUser, oldestKeyId, userIdentity } from './identities';
import type { TrailEvent } from './trail-event';

const accountId = '100000000005';
const exporter = knownUser(accountId, 'order-export');
const identity = userIdentity(exporter, oldestKeyId(exporter));
const queue = `https://sqs.eu-central-1.amazonaws.com/${accountId}/orders`;

const usual = { accountId, identity, address: '198.51.100.20', agent: 'Boto3/1.40.0' };

/** What the key is for: a look at a queue every evening. */
const exports: readonly TrailEvent[] = demoDays.map((day) => ({
  ...usual,
  region: 'eu-central-1',
  time: `${day}T22:30:00Z`,
  service: 'sqs',
  name: 'GetQueueAttributes',
  fields: { requestParameters: { queueUrl: queue, attributeNames: ['All'] } },
}));

const denied = { errorCode: 'AccessDenied', errorMessage: 'no identity-based policy allows the action' };

/** Who found the key tries it at night, from an address that was never seen. */
const tries: readonly (readonly [
  time: string,
  region: string,
  service: string,
  name: string,
  fields?: TrailEvent['fields'],
])[] = [
  ['01:12:04', 'us-east-1', 'sts', 'GetCallerIdentity'],
  ['01:12:31', 'us-east-1', 's3', 'ListBuckets', denied],
  ['01:12:33', 'us-east-1', 'iam', 'ListUsers', denied],
  ['01:13:02', 'us-east-1', 'iam', 'CreateUser', { ...denied, requestParameters: { userName: 'support' } }],
  ['01:13:40', 'us-east-1', 'iam', 'CreateUser', { ...denied, requestParameters: { userName: 'support2' } }],
  ['01:15:11', 'us-east-1', 'ec2', 'RunInstances', { errorCode: 'Client.UnauthorizedOperation' }],
  ['01:15:20', 'eu-west-1', 'ec2', 'RunInstances', { errorCode: 'Client.UnauthorizedOperation' }],
  ['01:19:47', 'eu-central-1', 'sqs', 'ListQueues'],
  ['01:20:05', 'eu-central-1', 'sqs', 'GetQueueAttributes', { requestParameters: { queueUrl: queue } }],
];

export const leakedKeyUses: readonly TrailEvent[] = [
  ...exports,
  ...tries.map(([time, region, service, name, fields = {}]) => ({
    ...usual,
    address: '192.0.2.66',
    agent: 'python-requests/2.32',
    region,
    time: `2026-11-20T${time}Z`,
    service,
    name,
    fields,
  })),
];
