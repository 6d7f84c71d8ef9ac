import { openLocalAthena, type LocalAthena } from '../../local/athena';
import { report, storedObjects } from '../local/athena/stored-objects';

const account = '100000000007';
const set = '2026-01-01T00:00:00Z';
const keys = {
  access_key_1_active: 'true',
  access_key_1_last_rotated: set,
  access_key_2_active: 'true',
  access_key_2_last_rotated: set,
  cert_1_active: 'true',
  cert_1_last_rotated: set,
  cert_2_active: 'true',
  cert_2_last_rotated: set,
};
const password = { password_enabled: 'true', password_last_changed: set };
const rows = (more: object) => ['anna', 'ben', '<root_account>'].map((user) => ({ user, ...more }));
const objects = Object.fromEntries(
  [account, '100000000008'].flatMap((id) => [
    [`credential-reports/2026/11/21/${id}-Name.csv`, report(id, ...rows({}))] as const,
    [`credential-reports/2026/11/22/${id}-Name.csv`, report(id, ...rows({ ...keys, ...password }))] as const,
  ]),
);
const exceptions = ['first', 'second', 'second'].map(
  (reason) => `${account},anna,key-rotation,${reason},security@example.com,2026-11-25`,
);

/** A folder with two of everything that an order could leave open: users, credentials of a user, changes of a day, exceptions. */
export function openTwins(): Promise<LocalAthena> {
  const header = 'account_id,user_name,control,reason,approved_by,expires_on';
  return openLocalAthena({
    dataFolder: storedObjects({
      ...objects,
      'exceptions/exceptions.csv': [header, ...exceptions].join('\n'),
    }),
  });
}
