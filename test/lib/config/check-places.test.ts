import { checkConfig } from '../../../lib/config/check-config';

const several = { region: 'eu-central-1', managementAccountId: '100000000001' };
const elsewhere = { ...several, dataAccount: { id: '100000000007', region: 'eu-central-1' } };
const secret = (account: string, partition = 'aws') =>
  `arn:${partition}:secretsmanager:eu-central-1:${account}:secret:slack-a1b2c3`;
const group = (account: string, partition = 'aws') =>
  `arn:${partition}:quicksight:us-east-1:${account}:group/default/security`;

test.each<[string, object, string]>([
  [
    'a region that does not exist',
    { region: 'eu-central-9' },
    'region is "eu-central-9", which AWS does not have',
  ],
  ['China', { region: 'cn-north-1' }, 'region is "cn-north-1", allowed is no region in China'],
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
])('refused: %s', (_, config, problem) => {
  expect(checkConfig(config)).toEqual([expect.stringContaining(problem)]);
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
  ['places that the profile decides', { quickSight: { principalArns: [group('100000000007')] } }],
])('allowed: %s', (_, config) => expect(checkConfig(config)).toEqual([]));
