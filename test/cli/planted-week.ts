import { accountsKey, reportKey, runRecordKey } from '../../lambda/report/object-key';
import { report } from '../local/athena/stored-objects';

const management = { id: '100000000001', name: 'AnyCompany Management' };
const payments = { id: '100000000005', name: 'Payments & <Co>' };
const sandbox = { id: '100000000007', name: 'Sandbox 1' };
const data = { id: '100000000009', name: 'Data' };
const quiet = { id: '100000000011', name: 'Long quiet' };
const accounts = [management, payments, sandbox, data, quiet];

type Row = Parameters<typeof report>[1];

const root = { user: '<root_account>', password_enabled: 'true', mfa_active: 'true' };
const rootUsed = { ...root, password_last_used: '2026-11-20T08:15:00Z' };
const jane = {
  user: 'jane.doe',
  password_enabled: 'true',
  password_last_used: '2026-11-10T08:00:00Z',
  password_last_changed: '2026-11-01T08:00:00Z',
};

const oldKey = {
  user: 'old.key',
  access_key_1_active: 'true',
  access_key_1_last_rotated: '2026-01-01T08:00:00Z',
  access_key_1_last_used_date: '2026-11-12T08:00:00Z',
  mfa_active: 'true',
};

/** What a day's report of an account holds; undefined where none arrives. */
function usersOf(id: string, day: string): readonly Row[] | undefined {
  switch (id) {
    case payments.id:
      return day < '2026-11-20' ? [root, jane, oldKey] : undefined;
    case sandbox.id:
      return day < '2026-11-21' ? [root] : undefined;
    case quiet.id:
      return day < '2026-11-15' ? [root, { ...jane, mfa_active: 'true' }, oldKey] : undefined;
    case data.id:
      return day < '2026-11-18'
        ? [{ ...root, mfa_active: 'false' }]
        : [root, { ...jane, user: 'new.person', user_creation_time: '2026-11-17T09:00:00Z' }];
    default:
      return day < '2026-11-20' ? [root] : [rootUsed];
  }
}

/**
 * Ten days of a bucket up to 2026-11-22: the root user of one account signs in on the 20th, one account falls silent
 * then, another one did on the 15th, one fails from the 21st on, one gets a new console user and MFA for its root user on the 18th; an exception
 * expires on the 27th.
 */
export function plantedWeek(): Record<string, string> {
  const objects: Record<string, string> = {
    'exceptions/exceptions.csv': [
      'account_id,user_name,control,reason,approved_by,expires_on',
      `${payments.id},jane.doe,console-mfa,hardware key on order,security@example.com,2026-11-27`,
      `${sandbox.id},*,console-user,migration,security@example.com,2027-06-30`,
      '',
    ].join('\n'),
  };
  for (let number = 13; number <= 22; number++) {
    const day = `2026-11-${number}`;
    const at = new Date(`${day}T03:00:00Z`);
    objects[accountsKey(at)] = accounts
      .map((account) => `${JSON.stringify(accountLine(account))}\n`)
      .join('');
    for (const account of accounts) {
      const users = usersOf(account.id, day);
      const failed = users === undefined && account.id === sandbox.id;
      if (users !== undefined)
        objects[reportKey(at, account.id, account.name)] = report(account.id, ...users);
      if (users !== undefined || failed) {
        objects[runRecordKey(at, account.id)] = `${JSON.stringify(runRecord(account.id, at, failed))}\n`;
      }
    }
  }
  return objects;
}

function accountLine({ id, name }: typeof management) {
  return {
    account_id: id,
    account_name: name,
    state: 'ACTIVE',
    joined_at: '2020-01-01T00:00:00Z',
    joined_method: 'CREATED',
    ou_path: 'Root/Prod',
    ou_ids: ['r-ab12', 'ou-ab12-cdefgh34'],
    expected: true,
    not_expected_reason: null,
    root_centrally_managed: null,
    organization_id: 'o-ab12cd34ef',
    owner_tag: 'owner',
  };
}

function runRecord(account_id: string, at: Date, failed: boolean) {
  return {
    account_id,
    account_name: '',
    status: failed ? 'failed' : 'collected',
    scheduled_at: at.toISOString(),
    started_at: at.toISOString(),
    finished_at: at.toISOString(),
    report_generated_at: failed ? null : at.toISOString(),
    error: failed ? { name: 'AccessDenied', message: 'a <policy> denies it' } : null,
    warnings: [],
  };
}
