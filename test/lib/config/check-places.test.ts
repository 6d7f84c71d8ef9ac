import type { Place } from '../../../lib/config/place';
import { checkConfig } from '../../../lib/config/check-config';

const several = { region: 'eu-central-1', managementAccountId: '100000000001' };
const elsewhere = { ...several, dataAccount: { id: '100000000007', region: 'eu-central-1' } };
const secret = (account: string, partition = 'aws') =>
  `arn:${partition}:secretsmanager:eu-central-1:${account}:secret:slack-a1b2c3`;
const group = (account: string, partition = 'aws') =>
  `arn:${partition}:quicksight:us-east-1:${account}:group/default/security`;

const trail = {
  account: '100000000006',
  region: 'eu-central-1',
  bucket: 'anycompany-trail',
  regions: ['eu-central-1'],
  keyArn: 'arn:aws:kms:eu-central-1:100000000006:key/x',
};

const profile: Place = { account: '100000000001', region: 'eu-central-1' };
const key = (account: string, place = 'aws:kms:eu-central-1') => `arn:${place}:${account}:key/x`;

test.each<[string, object, string, Place?]>([
  [
    'a region that does not exist',
    { region: 'eu-central-9' },
    'region is "eu-central-9", which AWS does not have',
  ],
  [
    'a region of the data that does not exist',
    { ...several, dataAccount: { id: '100000000007', region: 'eu-central-9' } },
    'dataAccount.region is "eu-central-9", which AWS does not have',
  ],
  [
    'a profile whose region does not exist',
    {},
    `the region of the command line's profile is "eu-central-9", which AWS does not have`,
    { ...profile, region: 'eu-central-9' },
  ],
  [
    'a trail in a region that does not exist',
    { trail: { ...trail, region: 'eu-central-9', keyArn: undefined } },
    'trail.region holds "eu-central-9", which AWS does not have',
  ],
  [
    'a region of a trail that does not exist',
    { trail: { ...trail, regions: ['us-east-1', 'us-east-9'] } },
    'trail.regions holds "us-east-9", which AWS does not have',
  ],
  [
    'a trail of another partition',
    { region: 'eu-central-1', trail: { ...trail, regions: ['us-gov-west-1'] } },
    `trail.regions holds "us-gov-west-1", allowed is a region of the organization's partition aws`,
  ],
  [
    "a trail's key in another region",
    { trail: { ...trail, region: 'eu-west-1' } },
    "allowed is a key in the bucket's region eu-west-1",
  ],
  ['China', { region: 'cn-north-1' }, 'region is "cn-north-1", allowed is no region in China'],
  [
    'China by the profile',
    {},
    `profile is "cn-north-1", allowed is no region in China`,
    { ...profile, region: 'cn-north-1' },
  ],
  [
    "another account's key",
    { ...elsewhere, kmsKeyArn: key('100000000001') },
    `kmsKeyArn is "${key('100000000001')}", allowed is an ARN of the data account 100000000007`,
  ],
  [
    "another account's key, where the profile says whose the data is",
    { kmsKeyArn: key('100000000007') },
    `kmsKeyArn is "${key('100000000007')}", allowed is an ARN of the data account 100000000001`,
    profile,
  ],
  [
    "another region's key, where the profile says where the data is",
    { kmsKeyArn: key('100000000001', 'aws:kms:eu-west-1') },
    "allowed is a key in the bucket's region eu-central-1",
    profile,
  ],
  [
    'a secret of another partition',
    {
      ...elsewhere,
      notifications: { slackWebhookSecretArn: secret('100000000007', 'aws-us-gov') },
      digest: {},
    },
    'slackWebhookSecretArn is "arn:aws-us-gov:secretsmanager:eu-central-1:100000000007:secret:slack-a1b2c3", allowed is',
  ],
  [
    'a key of another partition',
    { ...several, kmsKeyArn: 'arn:aws-us-gov:kms:eu-central-1:100000000001:key/x' },
    'allowed is an ARN of the partition aws',
  ],
  [
    "another account's secret",
    { ...elsewhere, notifications: { slackWebhookSecretArn: secret('100000000001') }, digest: {} },
    `slackWebhookSecretArn is "${secret('100000000001')}", allowed is an ARN of the data account 100000000007`,
  ],
  [
    "another account's group of QuickSight",
    { ...elsewhere, quickSight: { principalArns: [group('100000000007'), group('100000000001')] } },
    `principalArns is "${group('100000000001')}", allowed is an ARN of the data account 100000000007`,
  ],
  [
    'a group of QuickSight in another partition',
    { ...elsewhere, quickSight: { principalArns: [group('100000000007', 'aws-cn')] } },
    'allowed is an ARN of the partition aws',
  ],
  [
    'an analyst of another partition',
    { ...elsewhere, lakeFormation: { analysts: ['arn:aws-cn:iam::100000000007:role/a'] } },
    'lakeFormation.analysts is',
  ],
  [
    'a topic of another partition',
    {
      ...elsewhere,
      accountDetails: { tags: true },
      notifications: { emails: ['security@example.com'] },
      digest: {
        owners: { tagKey: 'team', destinations: { A: 'arn:aws-cn:sns:eu-central-1:100000000007:a' } },
      },
    },
    'digest.owners.destinations is',
  ],
])('refused: %s', (...[, config, problem, place]) => {
  expect(checkConfig(config, place)).toEqual([expect.stringContaining(problem)]);
});

test('of two accounts that are both missing none is said to be the other', () => {
  const problems = checkConfig({ deployFrom: 'delegated-administrator', region: 'eu-central-1' });
  expect(problems.filter((problem) => problem.includes('""'))).toEqual([]);
  expect(problems.length).toBeGreaterThan(0);
});

test.each<[string, object]>([
  [
    'what belongs to the data account',
    { ...elsewhere, quickSight: { principalArns: [group('100000000007')] } },
  ],
  ["the data account's own key", { ...elsewhere, kmsKeyArn: key('100000000007') }],
  [
    "another account's topic, which may let the digest publish",
    {
      ...elsewhere,
      accountDetails: { tags: true },
      notifications: { emails: ['security@example.com'] },
      digest: { owners: { tagKey: 'team', destinations: { A: 'arn:aws:sns:eu-west-1:100000000009:a' } } },
    },
  ],
  ['places that the profile decides', { quickSight: { principalArns: [group('100000000007')] } }],
])('allowed: %s', (_, config) => expect(checkConfig(config)).toEqual([]));
