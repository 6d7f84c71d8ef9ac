import type { Config } from '../../lib/config/config';
import { inOneAccount, inSeveralAccounts } from '../permissions/installation';
import { archive, management } from '../permissions/organization';

const region = 'eu-central-1';

/** Every option that adds a resource, in the management account. */
export const everythingInOneAccount: Config = {
  region,
  notifications: {
    emails: ['security@example.com'],
    slackWebhookSecretArn: `arn:aws:secretsmanager:${region}:${management}:secret:slack-a1b2c3`,
  },
  digest: {
    owners: { tagKey: 'team', destinations: { Sandbox: `arn:aws:sns:${region}:${management}:sandbox-team` } },
  },
  alarms: {},
  credentialEvents: {},
  accountDetails: { tags: true, email: true },
  lakeFormation: { analysts: [`arn:aws:iam::${management}:role/Analyst`] },
  quickSight: {
    principalArns: [`arn:aws:quicksight:us-east-1:${management}:group/default/security`],
    restricted: { [`arn:aws:quicksight:us-east-1:${management}:group/default/sandbox`]: ['Root/Sandbox'] },
  },
  tags: { project: 'credential-report' },
};

/** One of each arrangement that gives templates of its own. */
export const configurations: Readonly<Record<string, Config>> = {
  'nothing configured': inOneAccount,
  'everything on in one account': everythingInOneAccount,
  'everything on in several accounts': inSeveralAccounts,
  'the data in another account': {
    region,
    managementAccountId: management,
    dataAccount: { id: archive, region: 'eu-west-1' },
    lakeFormation: { analysts: [`arn:aws:iam::${archive}:role/Analyst`] },
    trail: {
      account: archive,
      region: 'eu-west-1',
      bucket: 'anycompany-trail',
      regions: ['eu-west-1', 'us-east-1'],
      keyArn: `arn:aws:kms:eu-west-1:${archive}:key/11111111-2222-3333-4444-555555555555`,
    },
  },
};
