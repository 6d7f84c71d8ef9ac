import { accountsEnvironment } from '../../../lambda/accounts/contract';
import { readSettings } from '../../../lambda/accounts/settings';

const now = new Date('2026-11-22T02:45:10Z');
const environment = {
  [accountsEnvironment.bucket]: 'reports',
  [accountsEnvironment.bucketOwner]: '100000000001',
  [accountsEnvironment.bucketRegion]: 'eu-west-1',
  [accountsEnvironment.managementAccountId]: '100000000001',
  [accountsEnvironment.targets]: 'ou-ab12-cdefgh34,ou-ab12-cdefgh35',
  [accountsEnvironment.excludedAccounts]: '',
  [accountsEnvironment.includeTags]: 'true',
  [accountsEnvironment.includeEmail]: 'false',
  [accountsEnvironment.ownerTag]: 'team',
};

test('reads what the template says', () => {
  expect(readSettings({ scheduled_at: '2026-11-22T02:45:00Z' }, environment, now)).toEqual({
    scope: {
      managementAccountId: '100000000001',
      targetIds: ['ou-ab12-cdefgh34', 'ou-ab12-cdefgh35'],
      excludedAccountIds: [],
      includeTags: true,
      includeEmail: false,
      ownerTag: 'team',
    },
    bucket: { name: 'reports', owner: '100000000001', region: 'eu-west-1' },
    scheduledAt: new Date('2026-11-22T02:45:00Z'),
  });
});

test('a run by hand counts for now', () => {
  expect(readSettings({}, environment, now).scheduledAt).toEqual(now);
});

test.each(['bucket', 'bucketOwner', 'bucketRegion', 'managementAccountId', 'ownerTag'] as const)(
  'says that %s is missing',
  (key) => {
    const name = accountsEnvironment[key];
    expect(() => readSettings({}, { ...environment, [name]: '' }, now)).toThrow(
      `variable ${name} is missing`,
    );
  },
);

test('refuses a time that is none', () => {
  expect(() => readSettings({ scheduled_at: 'noon' }, environment, now)).toThrow('received "noon"');
});
