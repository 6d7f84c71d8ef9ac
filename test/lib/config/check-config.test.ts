import { checkConfig } from '../../../lib/config/check-config';

const data = { id: '100000000007', region: 'eu-central-1' };
const mail = { emails: ['security@example.com'] };
const trail = {
  account: '100000000006',
  region: 'eu-central-1',
  bucket: 'anycompany-trail',
  regions: ['us-east-1'],
};
const several = { region: 'eu-central-1', managementAccountId: '100000000001' };
const delegated = {
  ...several,
  deployFrom: 'delegated-administrator',
  delegatedAdministratorAccountId: '100000000002',
};

describe('a configuration without problems', () => {
  test.each<[string, object]>([
    ['empty', {}],
    ['the root as target', { targets: ['r-ab12'] }],
    ['two units', { targets: ['ou-ab12-cdefgh34', 'ou-ab12-cdefgh35'] }],
    ['data elsewhere', { ...several, dataAccount: data }],
    [
      'data in another region of the partition',
      { ...several, dataAccount: { ...data, region: 'us-east-1' } },
    ],
    ['a delegated administrator', delegated],
    ['a region of another partition', { region: 'eusc-de-east-1' }],
    ['earliest time', { collectAt: '00:15' }],
    ['latest time for the default spread: 24:00 less 60 min, 2 h, 1 h and 10 min', { collectAt: '19:50' }],
    ['latest time for the smallest spread', { collectAt: '20:49', spreadMinutes: 1 }],
    ['one day of retention', { retentionDays: 1 }],
    [
      'a key in the same region',
      { ...several, dataAccount: data, kmsKeyArn: 'arn:aws:kms:eu-central-1:100000000007:key/ab' },
    ],
    ['a path prefix', { rolePathPrefix: '/platform/security/' }],
    [
      'a group of QuickSight',
      { quickSight: { principalArns: ['arn:aws:quicksight:us-east-1:100000000001:group/default/security'] } },
    ],
    ['tags', { tags: { 'cost-center': '42' } }],
    ["another owner's tag", { ownerTag: 'Teamé:cost.owner+1' }],
    ['a trail', { trail }],
    ['the trail of an organization', { trail: { ...trail, prefix: 'a/b', organizationId: 'o-ab12cd34ef' } }],
    ['a digest by mail', { notifications: mail, digest: {} }],
    [
      'names and links of messages',
      {
        notifications: {
          ...mail,
          organizationName: 'AnyCompany (Retail)',
          links: {
            accessPortalUrl: 'https://anycompany.awsapps.com/start',
            accessPortalRole: 'SecurityAudit',
            dashboardUrl: 'https://wiki.example.com/a?b=c#d',
            runbookUrl: 'https://wiki.example.com',
          },
        },
        digest: {},
      },
    ],
    ['events', { region: 'eu-central-1', notifications: mail, credentialEvents: {} }],
    ['events taken away, and nobody notified of anything else', { credentialEvents: 'remove' }],
    ['latest time with alarms', { collectAt: '17:50', notifications: mail, alarms: {} }],
  ])('%s', (_, config) => {
    expect(checkConfig(config)).toEqual([]);
  });
});

describe('a problem is reported with the value received and what is allowed', () => {
  test.each<[string, object, string[]]>([
    ['an owner tag that is no key', { ownerTag: 'a*' }, ['ownerTag is "a*"', 'the key of a tag']],
    [
      'a trail of nowhere',
      { trail: {} },
      ['trail.account is missing', 'trail.bucket is missing', 'trail.regions is missing'],
    ],
    [
      'a trail without regions',
      { trail: { ...trail, regions: [] } },
      ['trail.regions is []', 'one at least'],
    ],
    [
      'the address of a bucket',
      { trail: { ...trail, bucket: 's3://logs/x' } },
      ['trail.bucket is "s3://logs/x"', 'the name of a bucket'],
    ],
    [
      'a prefix with a slash',
      { trail: { ...trail, prefix: 'logs/' } },
      ['trail.prefix is "logs/"', 'without a slash at either end'],
    ],
    [
      'an alias of a key',
      { trail: { ...trail, keyArn: 'arn:aws:kms:eu-central-1:100000000006:alias/x' } },
      ['trail.keyArn is', 'not of an alias'],
    ],
    [
      'a trail of no day',
      { trail: { ...trail, retentionDays: 0 } },
      ['trail.retentionDays is 0', 'from 1 to'],
    ],
    ['a digest for nobody', { digest: {} }, ['digest needs notifications']],
    ['notifications of nothing', { notifications: mail }, ['needs something to send: digest, alarms']],
    [
      'a name that no subject can have',
      { notifications: { ...mail, organizationName: 'Any\r\nBcc: x' }, digest: {} },
      ['notifications.organizationName is "Any\\r\\nBcc: x"'],
    ],
    [
      'links that open nothing',
      {
        notifications: {
          ...mail,
          links: {
            accessPortalUrl: 'https://anycompany.awsapps.com/start/',
            dashboardUrl: 'http://wiki.example.com',
            runbookUrl: 'https://wiki.example.com/a|b>',
          },
        },
        digest: {},
      },
      [
        'notifications.links.accessPortalUrl is "https://anycompany.awsapps.com/start/"',
        'notifications.links.dashboardUrl is "http://wiki.example.com"',
        'notifications.links.runbookUrl is "https://wiki.example.com/a|b>"',
      ],
    ],
    [
      'a permission set without a portal',
      { notifications: { ...mail, links: { accessPortalRole: 'SecurityAudit' } }, digest: {} },
      ['notifications.links.accessPortalRole needs accessPortalUrl'],
    ],
    [
      'notifications to nobody',
      { notifications: {}, alarms: {} },
      ['needed is emails or slackWebhookSecretArn'],
    ],
    [
      'a mail address',
      { notifications: { emails: ['security'] }, alarms: {} },
      ['notifications.emails is ["security"]'],
    ],
    [
      'half the ARN of a secret',
      {
        notifications: {
          slackWebhookSecretArn: 'arn:aws:secretsmanager:eu-west-1:100000000007:secret:slack',
        },
        alarms: {},
      },
      ['notifications.slackWebhookSecretArn is', 'the whole ARN of a secret'],
    ],
    [
      'an interval',
      { notifications: mail, digest: { every: 'hour' } },
      ['digest.every is "hour"', '"week" or "day"'],
    ],
    [
      'owners without tags',
      {
        notifications: mail,
        digest: { owners: { tagKey: 'team', destinations: { a: 'arn:aws:sns:eu-west-1:100000000007:a' } } },
      },
      ['digest.owners needs accountDetails: { tags: true }'],
    ],
    [
      'an owner without a topic',
      { notifications: mail, digest: { owners: { tagKey: 'team', destinations: { a: 'a@example.com' } } } },
      ['digest.owners.destinations is', 'the ARN of an SNS topic'],
    ],
    [
      'a time after which silence is not known on the same day',
      { collectAt: '17:51', notifications: mail, alarms: {} },
      ['collectAt is "17:51"', 'at most "17:50"'],
    ],
    [
      'events without a region',
      { notifications: mail, credentialEvents: {} },
      ['region is missing', 'us-east-1'],
    ],
    [
      'events in a state that is none',
      { notifications: mail, credentialEvents: 'off' },
      ['credentialEvents is "off", allowed is {} or "remove"'],
    ],
    [
      'events with options',
      { notifications: mail, credentialEvents: { rules: [] } },
      ['credentialEvents is {"rules":[]}, allowed is {} or "remove"'],
    ],
    [
      'events in another partition',
      { region: 'cn-north-1', notifications: mail, credentialEvents: {} },
      ['credentialEvents is set in partition aws-cn'],
    ],
    ['an unknown option', { collectTime: '03:00' }, ['collectTime is not an option', 'collectAt']],
    [
      'an unknown option inside',
      { accountDetails: { phone: true } },
      ['accountDetails.phone', 'tags, email'],
    ],
    [
      'organization id',
      { organization: { id: 'o-1', rootId: 'r-ab12' } },
      ['organization.id is "o-1"', '10 to 32'],
    ],
    [
      'root id',
      { organization: { id: 'o-ab12cd34ef', rootId: 'ab12' } },
      ['organization.rootId is "ab12"', '"r-"'],
    ],
    [
      'a principal that QuickSight does not know',
      { quickSight: { principalArns: ['arn:aws:iam::100000000001:role/analyst'] } },
      ['quickSight.principalArns is ["arn:aws:iam::100000000001:role/analyst"]', 'at most 64'],
    ],
    [
      'nobody to see QuickSight',
      { quickSight: { principalArns: [] } },
      ['quickSight.principalArns is []', 'at most 64'],
    ],
    ['QuickSight for whom', { quickSight: {} }, ['quickSight.principalArns is missing']],
    [
      'an organization whose root is undefined',
      { organization: { id: 'o-ab12cd34ef', rootId: undefined } },
      ['organization.rootId is missing'],
    ],
    ['a name that every object has', { toString: 'x' }, ['toString is not an option']],
    ['half an organization', { organization: { id: 'o-ab12cd34ef' } }, ['organization.rootId is missing']],
    ['a unit that is none', { targets: ['ou-1'] }, ['targets is ["ou-1"]', 'ou-ab12-cdefgh34']],
    ['no unit', { targets: [] }, ['targets is []']],
    ['the same unit twice', { targets: ['ou-ab12-cdefgh34', 'ou-ab12-cdefgh34'] }, ['different ids']],
    [
      'the root and a unit in it',
      { targets: ['r-ab12', 'ou-ab12-cdefgh34'] },
      ['the root alone', 'ou-ab12-cdefgh34'],
    ],
    ['a short account id', { excludedAccounts: ['123'] }, ['excludedAccounts is ["123"]', '12 digits']],
    [
      'too many excluded accounts',
      { excludedAccounts: Array.from({ length: 101 }, (_, i) => `${100000000100 + i}`) },
      ['at most 100'],
    ],
    ['an account id as a number', { excludedAccounts: [100000000007] }, ['[100000000007]', 'in quotes']],
    ['no way to deploy', { deployFrom: 'member' }, ['deployFrom is "member"', '"management" or']],
    ['no region', { region: 'Frankfurt' }, ['region is "Frankfurt"', 'eu-central-1']],
    ['no time', { collectAt: '25:00' }, ['collectAt is "25:00"', 'HH:MM']],
    ['a time without its zero', { collectAt: '3:00' }, ['collectAt is "3:00"']],
    ['too early for the list of accounts', { collectAt: '00:14' }, ['collectAt is "00:14"', '"00:15"']],
    ['too late for the day', { collectAt: '19:51' }, ['collectAt is "19:51"', '"19:50"', 'midnight']],
    ['too late for the spread', { collectAt: '17:51', spreadMinutes: 180 }, ['"17:50"']],
    ['no spread', { spreadMinutes: 0 }, ['spreadMinutes is 0', '1 to 180']],
    ['too wide a spread', { spreadMinutes: 181 }, ['spreadMinutes is 181']],
    ['half a minute', { spreadMinutes: 1.5 }, ['spreadMinutes is 1.5', 'whole number']],
    ['retention below a day', { retentionDays: 0 }, ['retentionDays is 0', 'from 1']],
    [
      'an alias of a key',
      { kmsKeyArn: 'arn:aws:kms:eu-central-1:100000000001:alias/x' },
      ['not of an alias'],
    ],
    [
      'a key elsewhere',
      { region: 'eu-west-1', kmsKeyArn: 'arn:aws:kms:eu-central-1:100000000001:key/x' },
      ['eu-west-1'],
    ],
    ['a boundary as an ARN', { permissionsBoundary: 'arn:aws:iam::1:policy/x' }, ['not its ARN']],
    ['a path without its slash', { rolePathPrefix: 'platform/' }, ['rolePathPrefix is "platform/"', 'slash']],
    ['a truth as text', { activateTrustedAccess: 'no' }, ['activateTrustedAccess is "no"', 'true or false']],
    ['a tag of AWS', { tags: { 'aws:x': 'y' } }, ['no key beginning with "aws:"']],
    ['a tag as a number', { tags: { team: 1 } }, ['tags is {"team":1}']],
    [
      'an analyst that is none',
      { lakeFormation: { analysts: ['anna'] } },
      ['lakeFormation.analysts is ["anna"]'],
    ],
    [
      'a data account in another partition',
      { ...several, dataAccount: { ...data, region: 'us-gov-west-1' } },
      ['dataAccount.region is "us-gov-west-1"', 'aws-us-gov', 'partition aws'],
    ],
    [
      'data elsewhere, the rest unnamed',
      { dataAccount: data },
      ['region is missing', 'managementAccountId is missing'],
    ],
    [
      'a delegated administrator unnamed',
      { ...several, deployFrom: 'delegated-administrator' },
      ['is missing'],
    ],
    [
      'a delegated administrator that does not deploy',
      { delegatedAdministratorAccountId: '100000000002' },
      ['allowed only with deployFrom'],
    ],
    [
      'trusted access from a delegated administrator',
      { ...delegated, activateTrustedAccess: true },
      ['management'],
    ],
    [
      'the management account as its own delegate',
      { ...delegated, delegatedAdministratorAccountId: '100000000001' },
      ['"100000000001"', 'another account'],
    ],
    [
      'the management account left out',
      { ...several, excludedAccounts: ['100000000001'] },
      ['member accounts'],
    ],
  ])('%s', (_, config, words) => {
    const problems = checkConfig(config).join('\n');
    for (const word of words) expect(problems).toContain(word);
  });
});

test('all problems are reported at once', () => {
  expect(checkConfig({ collectAt: 'noon', retentionDays: -1, colour: 'blue' })).toHaveLength(3);
});
