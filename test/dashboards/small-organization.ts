import { accountsKey, reportKey, runRecordKey } from '../../lambda/report/object-key';
import { report } from '../local/athena/stored-objects';

/**
 * Three accounts over three days: the first reports, fails, reports; the second, whose name is not known, reports
 * once; the third never does.
 */
export const [web, unnamed, silent] = ['100000000001', '100000000002', '100000000003'] as const;
const days = ['2026-11-20', '2026-11-21', '2026-11-22'].map((day) => new Date(`${day}T03:00:00Z`));
const [first, second, third] = days as [Date, Date, Date];

const key = {
  access_key_1_active: 'true',
  access_key_1_last_rotated: '2026-01-01T00:00:00Z',
  access_key_1_last_used_date: '2026-11-19T00:00:00Z',
};
const password = {
  password_enabled: 'true',
  password_last_used: '2026-11-19T00:00:00Z',
  password_last_changed: '2026-11-01T00:00:00Z',
};

const line = (account_id: string, account_name: string, ou_path: string) =>
  JSON.stringify({
    account_id,
    account_name,
    ou_path,
    state: 'ACTIVE',
    expected: true,
    joined_at: '2020-01-01T00:00:00Z',
  });
const run = (account_id: string, day: Date, error: object | null = null) =>
  JSON.stringify({
    account_id,
    account_name: '',
    status: error === null ? 'collected' : 'failed',
    scheduled_at: day.toISOString(),
    warnings: [],
    error,
  });

export const smallOrganization = {
  ...Object.fromEntries(
    days.map((day) => [
      accountsKey(day),
      [
        line(web, 'AnyCompany Web', 'Root/Prod'),
        line(unnamed, '', 'Root'),
        line(silent, 'Silent', 'Root'),
      ].join('\n'),
    ]),
  ),
  [reportKey(first, web, 'AnyCompany Web')]: report(
    web,
    { user: 'alice', ...password },
    { user: 'bot', ...key },
  ),
  [runRecordKey(first, web)]: run(web, first),
  [runRecordKey(second, web)]: run(web, second, { name: 'Throttling', message: 'slow down' }),
  [reportKey(third, web, 'AnyCompany Web')]: report(web, { user: 'alice' }, { user: 'bot', ...key }),
  [runRecordKey(third, web)]: run(web, third),
  [reportKey(second, unnamed, '')]: report(unnamed, { user: 'carol', ...password, mfa_active: 'true' }),
  [runRecordKey(second, unnamed)]: run(unnamed, second),
  'exceptions/exceptions.csv': [
    'account_id,user_name,control,reason,approved_by,expires_on',
    '*,carol,console-user,until the migration,security@example.com,2026-12-01',
    `${web},bot,key-rotation,it was planned,security@example.com,2026-11-21`,
    `${web},careless,key-rotation,,,2026-12-02`,
    '*,torn',
    `${web},other,key-rotation,far away,security@example.com,2027-06-01`,
  ].join('\n'),
};
