import { credentialReport } from '../../../local/organization/report/credential-report';
import type { AccountData } from '../../../local/organization/organization-data';
import type { CredentialHistory } from '../../../local/organization/user-data';

const account: AccountData = {
  id: '100000000007',
  name: 'Sandbox',
  email: 'sandbox@example.com',
  joinedAt: '2021-05-01T10:00:00Z',
  parentId: 'r-root',
};
const now = new Date('2026-11-22T06:00:00Z');

const header =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,' +
  'mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,' +
  'access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,' +
  'access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,' +
  'cert_1_last_rotated,cert_2_active,cert_2_last_rotated';
const bareRoot =
  '<root_account>,arn:aws:iam::100000000007:root,2021-05-01T10:00:00Z,false,N/A,N/A,not_supported,false,' +
  'false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A';

const noPassword = 'false,N/A,N/A,N/A';
const noKey = 'false,N/A,N/A,N/A,N/A';
const noCertificates = 'false,N/A,false,N/A';

/** Everything behind the creation time, as columns 4 to 22. */
const histories: [string, CredentialHistory, string][] = [
  ['nothing', {}, `${noPassword},false,${noKey},${noKey},${noCertificates}`],
  [
    'a password that was never used',
    { password: [{ at: '2026-01-02T03:04:05Z', event: 'enabled' }] },
    `true,no_information,2026-01-02T03:04:05Z,N/A,false,${noKey},${noKey},${noCertificates}`,
  ],
  [
    'a password that was used and changed, with events out of order and one in the future',
    {
      password: [
        { at: '2026-03-01T00:00:00Z', event: 'changed' },
        { at: '2026-11-22T06:00:01Z', event: 'used' },
        { at: '2026-01-01T00:00:00Z', event: 'enabled' },
        { at: '2026-02-01T00:00:00Z', event: 'used' },
      ],
    },
    `true,2026-02-01T00:00:00Z,2026-03-01T00:00:00Z,N/A,false,${noKey},${noKey},${noCertificates}`,
  ],
  [
    'a password that was deleted',
    {
      password: [
        { at: '2026-01-01T00:00:00Z', event: 'enabled' },
        { at: '2026-02-01T00:00:00Z', event: 'disabled' },
      ],
    },
    `${noPassword},false,${noKey},${noKey},${noCertificates}`,
  ],
  [
    'MFA that went on at this very second',
    { mfa: [{ at: '2026-11-22T06:00:00Z', event: 'on' }] },
    `${noPassword},true,${noKey},${noKey},${noCertificates}`,
  ],
  [
    'MFA that was taken off',
    {
      mfa: [
        { at: '2026-01-01T00:00:00Z', event: 'on' },
        { at: '2026-02-01T00:00:00Z', event: 'off' },
      ],
    },
    `${noPassword},false,${noKey},${noKey},${noCertificates}`,
  ],
  [
    'a used key in slot 1 and a deactivated one in slot 2',
    {
      accessKeys: {
        1: [
          { at: '2026-01-01T00:00:00Z', event: 'created' },
          { at: '2026-05-05T05:05:00Z', event: 'used', region: 'eu-west-1', service: 's3' },
        ],
        2: [
          { at: '2025-01-01T00:00:00Z', event: 'created' },
          { at: '2025-06-01T00:00:00Z', event: 'deactivated' },
        ],
      },
    },
    `${noPassword},false,true,2026-01-01T00:00:00Z,2026-05-05T05:05:00Z,eu-west-1,s3,` +
      `false,2025-01-01T00:00:00Z,N/A,N/A,N/A,${noCertificates}`,
  ],
  [
    'a key that was deleted and one made anew, deactivated, used before and activated again',
    {
      accessKeys: {
        1: [
          { at: '2025-01-01T00:00:00Z', event: 'created' },
          { at: '2025-02-01T00:00:00Z', event: 'deleted' },
        ],
        2: [
          { at: '2025-01-01T00:00:00Z', event: 'created' },
          { at: '2025-02-01T00:00:00Z', event: 'used' },
          { at: '2025-03-01T00:00:00Z', event: 'deactivated' },
          { at: '2025-04-01T00:00:00Z', event: 'activated' },
        ],
      },
    },
    `${noPassword},false,${noKey},true,2025-01-01T00:00:00Z,2025-02-01T00:00:00Z,N/A,N/A,${noCertificates}`,
  ],
  [
    'certificates',
    {
      certificates: {
        1: [
          { at: '2026-01-01T00:00:00Z', event: 'created' },
          { at: '2026-01-02T00:00:00Z', event: 'deactivated' },
        ],
        2: [{ at: '2026-01-03T00:00:00Z', event: 'created' }],
      },
    },
    `${noPassword},false,${noKey},${noKey},false,2026-01-01T00:00:00Z,true,2026-01-03T00:00:00Z`,
  ],
];

test.each(histories)('a user with %s', (_name, history, expected) => {
  const users = [{ name: 'alice', createdAt: '2022-02-02T02:02:02Z', ...history }];
  expect(credentialReport({ ...account, users }, 'aws', now)).toBe(
    `${header}\n${bareRoot}\nalice,arn:aws:iam::100000000007:user/alice,2022-02-02T02:02:02Z,${expected}`,
  );
});

test('a root user with credentials, its own creation time and another partition', () => {
  const root = {
    createdAt: '2020-12-31T23:59:59.999Z',
    password: [{ at: '2021-01-01T00:00:00Z', event: 'enabled' as const }],
    mfa: [{ at: '2021-01-01T00:00:00Z', event: 'on' as const }],
    accessKeys: { 1: [{ at: '2021-02-01T00:00:00Z', event: 'created' as const }] },
  };
  expect(credentialReport({ ...account, root }, 'aws-cn', now)).toBe(
    `${header}\n<root_account>,arn:aws-cn:iam::100000000007:root,2020-12-31T23:59:59Z,` +
      'true,no_information,2021-01-01T00:00:00Z,not_supported,true,' +
      `true,2021-02-01T00:00:00Z,N/A,N/A,N/A,${noKey},${noCertificates}`,
  );
});

test('users come sorted without regard to case, only those that exist, with quoted fields', () => {
  const createdAt = '2022-01-01T00:00:00Z';
  const users = [
    { name: 'bob', createdAt },
    { name: 'Carol,Ops', path: '/a"b/', createdAt },
    { name: 'ALICE', createdAt },
    { name: '=cmd', createdAt },
    { name: 'gone', createdAt, deletedAt: '2026-11-22T06:00:00Z' },
    { name: 'leaving', createdAt, deletedAt: '2026-11-22T06:00:01Z' },
    { name: 'coming', createdAt: '2026-11-22T06:00:01Z' },
  ];
  const rows = credentialReport({ ...account, users }, 'aws', now)
    .split('\n')
    .slice(2);
  expect(rows.map((row) => row.slice(0, row.indexOf(',2022')))).toEqual([
    '=cmd,arn:aws:iam::100000000007:user/=cmd',
    'ALICE,arn:aws:iam::100000000007:user/ALICE',
    'bob,arn:aws:iam::100000000007:user/bob',
    '"Carol,Ops","arn:aws:iam::100000000007:user/a""b/Carol,Ops"',
    'leaving,arn:aws:iam::100000000007:user/leaving',
  ]);
});

test('a password policy sets the next rotation', () => {
  const password = [{ at: '2026-11-01T12:00:00Z', event: 'enabled' as const }];
  const users = [{ name: 'alice', createdAt: '2022-01-01T00:00:00Z', password }];
  const report = credentialReport({ ...account, passwordMaxAgeDays: 90, users }, 'aws', now);
  // 1 November and 90 days: 29 left of November, 31, and 30 of January.
  expect(report).toContain(
    'alice,2022-01-01T00:00:00Z,true,no_information,2026-11-01T12:00:00Z,2027-01-30T12:00:00Z,',
  );
});

test('the 23rd column appears where it is asked for', () => {
  const users = [
    { name: 'alice', createdAt: '2022-01-01T00:00:00Z', additionalCredentialsInfo: '2 more keys' },
  ];
  const [first, root, alice] = credentialReport(
    { ...account, additionalColumn: true, users },
    'aws',
    now,
  ).split('\n');
  expect(first).toBe(`${header},additional_credentials_info`);
  expect(root).toBe(`${bareRoot},N/A`);
  expect(alice).toMatch(/,false,N\/A,2 more keys$/);
});
