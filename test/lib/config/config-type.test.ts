import type { Config } from '../../../lib/config/config';
import { settingsOf } from '../../../lib/config/settings';

const region = 'eu-central-1';
const managementAccountId = '100000000001';
const dataAccount = { id: '100000000007', region };

/** What must not compile; `tsc` fails where one of these does. */
export const wrongCombinations: Config[] = [
  // @ts-expect-error no such option
  { collectTime: '03:00' },
  // @ts-expect-error with data elsewhere the accounts are named
  { dataAccount },
  // @ts-expect-error with data elsewhere the region is named
  { dataAccount, managementAccountId },
  // @ts-expect-error a delegated administrator is named
  { deployFrom: 'delegated-administrator', region, managementAccountId },
  // @ts-expect-error only the management account activates trusted access
  {
    deployFrom: 'delegated-administrator',
    region,
    managementAccountId,
    delegatedAdministratorAccountId: '100000000002',
    activateTrustedAccess: true,
  },
  // @ts-expect-error a trail that lies nowhere
  { trail: { bucket: 'anycompany-trail' } },
  // @ts-expect-error a digest for nobody
  { digest: {} },
  // @ts-expect-error events for nobody
  { credentialEvents: {} },
  // @ts-expect-error a delegated administrator that does not deploy
  { region, managementAccountId, dataAccount, delegatedAdministratorAccountId: '100000000002' },
];

test('an empty configuration has a default for everything', () => {
  expect(settingsOf({})).toEqual({
    organization: undefined,
    targets: [],
    excludedAccounts: [],
    deployFrom: 'management',
    managementAccountId: undefined,
    places: {
      data: { account: undefined, region: undefined },
      organization: { account: undefined, region: undefined },
      management: undefined,
    },
    collectAt: '03:00',
    spreadMinutes: 60,
    retentionDays: 400,
    activateTrustedAccess: true,
    kmsKeyArn: undefined,
    roles: { rolePathPrefix: '/', permissionsBoundary: undefined },
    accountDetails: { tags: false, email: false },
    ownerTag: 'owner',
    userFacts: { collect: true, tags: true },
    lakeFormation: undefined,
    quickSight: undefined,
    trail: undefined,
    tags: {},
    notifications: undefined,
    digest: undefined,
    alarms: undefined,
    credentialEvents: undefined,
  });
});

test('an option that is undefined is one that is left out', () => {
  const { retentionDays, digest, alarms, accountDetails } = settingsOf({
    retentionDays: undefined,
    notifications: { emails: ['security@example.com'] },
    accountDetails: { email: true, tags: undefined },
    digest: { every: undefined },
    alarms: { toleratedAccounts: undefined },
  } as unknown as Config);
  expect({ retentionDays, digest, alarms, accountDetails }).toEqual({
    retentionDays: 400,
    digest: { every: 'week' },
    alarms: { toleratedAccounts: 0 },
    accountDetails: { tags: false, email: true },
  });
});

test('a configuration with problems is refused with all of them', () => {
  const config = { retentionDays: 0, spreadMinutes: 0 };
  expect(() => settingsOf(config)).toThrow(/retentionDays.*\n.*spreadMinutes/);
});
