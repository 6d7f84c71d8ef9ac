import type { AccountData } from '../../../local/organization/organization-data';
import { awsPolicy, key, ownedBy, person, program } from './histories';
import { unit } from './units';

/** Accounts that earn the money: their people move to IAM Identity Center, their programs rotate keys. */
export const productionAccounts: readonly AccountData[] = [
  {
    id: '100000000004',
    name: 'R&D / "Prod" 100%',
    email: 'aws+rd@example.com',
    joinedAt: '2020-02-10T09:00:00Z',
    parentId: unit.production,
    users: [
      person('developer-01', { created: '2022-01-10', mfaSince: '2022-01-12', moved: '2026-10-26' }),
      person('developer-02', { created: '2022-01-10', mfaSince: '2022-01-12', moved: '2026-10-28' }),
      person('developer-03', { created: '2022-08-01', moved: '2026-10-30' }),
      person('developer-04', { created: '2023-03-15', mfaSince: '2026-10-31', moved: '2026-11-11' }),
      person('developer-05', { created: '2024-06-03', moved: '2026-11-13' }),
      person('developer-06', { created: '2024-06-03', mfaSince: '2026-11-09' }),
      person('external,contractor', { created: '2025-11-03', lastSignIn: '2026-02-27' }),
      program('build-pipeline', '2020-02-11', {
        1: key({ created: '2026-04-20', deactivated: '2026-11-02', deleted: '2026-11-09', service: 'ecr' }),
        2: key({ created: '2026-10-30', service: 'ecr' }),
      }),
      program(
        'experiment',
        '2025-05-05',
        { 1: key({ created: '2025-05-05', usedEvery: 0 }) },
        ownedBy('research@example.com'),
      ),
    ],
  },
  {
    id: '100000000005',
    name: 'Web Shop',
    email: 'aws+shop@example.com',
    joinedAt: '2020-02-10T09:20:00Z',
    parentId: unit.web,
    tags: { owner: 'shop-team' },
    groups: [{ name: 'administrators', attachedPolicies: [awsPolicy('AdministratorAccess')] }],
    users: [
      person('operator-1', { created: '2021-04-12', mfaSince: '2021-04-12', moved: '2026-11-04' }),
      person('operator-2', { created: '2021-04-12', mfaSince: '2021-04-12', moved: '2026-11-04' }),
      person('operator-3', { created: '2024-10-07', mfaSince: '2024-10-07', moved: '2026-11-06' }),
      person('release-manager', { created: '2022-11-21', moved: '2026-11-17' }),
      program(
        'cdn-deploy',
        '2021-04-13',
        {
          1: key({ created: '2025-06-30', service: 'cloudfront', region: 'us-east-1' }),
          2: key({ created: '2025-08-30', usedEvery: 0 }),
        },
        { ...ownedBy('shop@example.com'), groups: ['administrators'] },
      ),
      // Somebody published the key: AWS attaches this by itself.
      program(
        'order-export',
        '2023-09-11',
        { 1: key({ created: '2026-09-14', service: 'sqs' }) },
        {
          ...ownedBy('shop@example.com'),
          attachedPolicies: [awsPolicy('AWSCompromisedKeyQuarantineV3', '2026-11-20')],
        },
      ),
    ],
  },
  {
    id: '100000000008',
    name: '=Finance+Controlling',
    email: 'aws+finance@example.com',
    joinedAt: '2021-06-01T09:00:00Z',
    parentId: unit.production,
    users: [
      person('controller-1', { created: '2021-06-02', mfaSince: '2021-06-02', moved: '2026-11-10' }),
      person('controller-2', { created: '2021-06-02', moved: '2026-11-10' }),
      person('@quarter-end', { created: '2022-12-01', lastSignIn: '2026-09-30' }),
      program('invoice-archive', '2021-07-01', { 1: key({ created: '2026-03-02' }) }),
    ],
  },
  {
    id: '100000000009',
    name: '東京支社',
    email: 'aws+tokyo@example.com',
    joinedAt: '2022-04-01T00:00:00Z',
    parentId: unit.production,
    users: [
      person('tokyo-admin', { created: '2022-04-01', mfaSince: '2022-04-01' }),
      person('tokyo-operator-1', { created: '2022-04-04', mfaSince: '2022-04-04', moved: '2026-11-12' }),
      person('tokyo-operator-2', { created: '2023-10-02', mfaSince: '2023-10-02', moved: '2026-11-12' }),
      program(
        'pos-sync',
        '2022-05-09',
        {
          1: key({ created: '2026-08-31', service: 'dynamodb', region: 'ap-northeast-1' }),
        },
        ownedBy('tokyo@example.com'),
      ),
    ],
  },
];
