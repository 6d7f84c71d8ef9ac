import type { AccountData } from '../../../local/organization/organization-data';
import { key, ownedBy, person, program } from './histories';
import { unit } from './units';

/** A key for one service that works for ever. */
const bedrock = {
  id: 'ACCADEMOBEDROCK000001',
  service: 'bedrock.amazonaws.com',
  createdAt: '2026-11-13T11:00:00Z',
  from: '2026-11-13T11:00:00Z',
};

/** Accounts for trying things out; one is renamed on the way, one has lost its owner. */
export const sandboxAccounts: readonly AccountData[] = [
  {
    id: '100000000006',
    name: '.hidden sandbox',
    email: 'aws+hidden@example.com',
    joinedAt: '2021-01-20T09:00:00Z',
    parentId: unit.sandbox,
    users: [
      person('trainee-1', { created: '2025-09-01', signsInEvery: 0 }),
      person('trainee-2', { created: '2025-09-01', moved: '2026-10-27' }),
      person('trainee-3', { created: '2025-09-01', moved: '2026-10-27' }),
      person('trainee-4', { created: '2025-09-01', lastSignIn: '2026-08-14' }),
    ],
  },
  {
    id: '100000000007',
    name: 'Sandbox 1',
    renames: [{ at: '2026-11-05T11:00:00Z', to: 'Data Science' }],
    email: 'aws+sandbox1@example.com',
    joinedAt: '2021-02-15T09:00:00Z',
    parentId: unit.sandbox,
    users: [
      person('analyst-1', { created: '2022-03-01', mfaSince: '2022-03-03', moved: '2026-11-05' }),
      person('analyst-2', { created: '2022-03-01', mfaSince: '2026-10-30', moved: '2026-11-16' }),
      person('analyst-3', {
        created: '2024-01-15',
        mfaSince: '2024-01-15',
        moved: '2026-11-16',
        keys: { 1: key({ created: '2024-01-15', deactivated: '2026-11-16', service: 'athena' }) },
      }),
      person('notebook-guest', { created: '2026-11-18', signsInEvery: 1 }),
      program(
        'model-training',
        '2024-02-01',
        {
          1: key({ created: '2025-10-01', deactivated: '2026-11-14', service: 'sagemaker' }),
          2: key({ created: '2026-11-13', service: 'sagemaker' }),
        },
        { ...ownedBy('data-science@example.com'), serviceCredentials: [bedrock] },
      ),
    ],
  },
  {
    id: '100000000011',
    name: 'Old Campaign',
    email: 'aws+campaign@example.com',
    joinedAt: '2020-09-01T09:00:00Z',
    parentId: unit.suspended,
    states: [
      { at: '2026-11-02T14:00:00Z', to: 'PENDING_CLOSURE' },
      { at: '2026-11-03T14:00:00Z', to: 'CLOSED' },
    ],
    users: [
      person('campaign-admin', { created: '2020-09-01', lastSignIn: '2026-03-20' }),
      program('newsletter', '2020-09-02', {
        1: key({ created: '2020-09-02', lastUsed: '2025-12-24', service: 'ses' }),
      }),
    ],
  },
];
