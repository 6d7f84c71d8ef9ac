import type { CustomerPolicyData } from '../../../local/organization/iam-data';
import type { AccountData } from '../../../local/organization/organization-data';
import { awsPolicy, key, ownedBy, person, program } from './histories';
import { accountNameRoleArn, managementAccountId, organizationId } from './identity';
import { unit } from './units';

const writeLogs: CustomerPolicyData = {
  name: 'write-logs',
  createdAt: '2019-04-01T10:00:00Z',
  document: {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: ['s3:PutObject', 'logs:PutLogEvents'], Resource: '*' },
  },
};

/** The management account, where the root user is used once, and the accounts of the security team. */
export const coreAccounts: readonly AccountData[] = [
  {
    id: managementAccountId,
    name: 'AnyCompany Management',
    email: 'aws+management@example.com',
    joinedAt: '2019-03-04T09:00:00Z',
    parentId: unit.root,
    groups: [{ name: 'deployers', attachedPolicies: [awsPolicy('AdministratorAccess')] }],
    passwordPolicy: { MinimumPasswordLength: 14, PasswordReusePrevention: 24, RequireNumbers: true },
    roles: [{ arn: accountNameRoleArn, trusted: [organizationId] }],
    root: {
      password: [
        { at: '2019-03-04T09:00:00Z', event: 'enabled' },
        { at: '2026-11-10T13:37:42Z', event: 'used' },
      ],
      mfa: [{ at: '2019-03-04T09:30:00Z', event: 'on' }],
    },
    users: [
      person('break-glass', { created: '2021-01-11', mfaSince: '2021-01-11', signsInEvery: 0 }),
      person('billing-viewer', { created: '2022-05-02', mfaSince: '2022-05-02', moved: '2026-11-03' }),
      person('org-admin-1', { created: '2019-03-04', mfaSince: '2019-03-04', moved: '2026-10-29' }),
      person('org-admin-2', { created: '2020-06-15', mfaSince: '2020-06-15', moved: '2026-10-29' }),
      program(
        'terraform',
        '2021-09-01',
        {
          1: key({ created: '2025-12-01', deactivated: '2026-11-07', deleted: '2026-11-12', service: 'sts' }),
          2: key({ created: '2026-11-05', service: 'sts' }),
        },
        { ...ownedBy('platform@example.com'), groups: ['deployers'] },
      ),
    ],
  },
  {
    id: '100000000002',
    name: 'Security Audit',
    email: 'aws+audit@example.com',
    joinedAt: '2019-03-05T09:00:00Z',
    parentId: unit.security,
    users: [
      person('auditor-1', { created: '2023-02-01', mfaSince: '2023-02-01', moved: '2026-10-27' }),
      person('auditor-2', { created: '2023-02-01', mfaSince: '2026-11-04', moved: '2026-11-18' }),
      program(
        'siem-export',
        '2022-07-18',
        { 1: key({ created: '2026-09-28', service: 'logs' }) },
        ownedBy('security@example.com'),
      ),
    ],
  },
  {
    id: '100000000003',
    name: 'Log Archive',
    email: 'aws+logs@example.com',
    joinedAt: '2019-03-05T09:10:00Z',
    parentId: unit.security,
    policies: [writeLogs],
    users: [
      program(
        'log-shipper',
        '2019-04-01',
        { 1: key({ created: '2024-02-14' }) },
        {
          ...ownedBy('logging@example.com'),
          attachedPolicies: [{ arn: 'arn:aws:iam::100000000003:policy/write-logs' }],
        },
      ),
    ],
  },
];
