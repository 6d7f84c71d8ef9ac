import type { AccountData } from '../../../local/organization/organization-data';
import { awsPolicy, key, ownedBy, person, program } from './histories';
import { unit } from './units';

/** Another administrator, by a policy that nobody sees in a list of attached ones. */
const everything = {
  name: 'bridge',
  document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
};

/** Accounts at the rim: one is acquired on the way, one denies its collection, one falls silent. */
export const outerAccounts: readonly AccountData[] = [
  {
    id: '100000000010',
    name: 'Acquired, Example Retail',
    email: 'aws@example.net',
    joinedAt: '2026-11-09T10:30:00Z',
    joinedMethod: 'INVITED',
    parentId: unit.web,
    root: {
      createdAt: '2018-05-17T12:00:00Z',
      password: [{ at: '2018-05-17T12:00:00Z', event: 'enabled' }],
      accessKeys: { 1: key({ created: '2018-05-17', usedEvery: 0 }) },
    },
    users: [
      person('admin', {
        created: '2018-05-18',
        keys: { 1: key({ created: '2018-05-18', usedEvery: 7, service: 'ec2' }) },
        // An administrator with an old key in use.
        facts: { attachedPolicies: [awsPolicy('AdministratorAccess')] },
      }),
      person('shop', { created: '2018-06-11', moved: '2026-11-20' }),
      person('warehouse', { created: '2019-10-01', mfaSince: '2026-11-17', moved: '2026-11-20' }),
      program(
        'ftp-bridge',
        '2019-01-07',
        { 1: key({ created: '2019-01-07' }) },
        { ...ownedBy('warehouse@example.net'), inlinePolicies: [everything] },
      ),
    ],
  },
  {
    id: '100000000012',
    name: 'Partner Integration',
    email: 'aws+partner@example.com',
    joinedAt: '2023-01-09T09:00:00Z',
    parentId: unit.root,
    users: [
      person('partner-admin', { created: '2023-01-09', mfaSince: '2023-01-09' }),
      program('edi', '2023-01-10', { 1: key({ created: '2026-01-12', service: 'transfer' }) }),
    ],
  },
  {
    id: '100000000013',
    name: '_legacy mainframe bridge',
    email: 'aws+legacy@example.com',
    joinedAt: '2019-08-19T09:00:00Z',
    parentId: unit.root,
    users: [
      person('host-operator', { created: '2019-08-19', lastSignIn: '2026-11-01' }),
      program('batch', '2019-08-20', { 1: key({ created: '2026-09-01', deactivated: '2026-11-15' }) }),
    ],
  },
];
