import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureInChild } from './measuring';
import { writeSampleData } from './sample-data';
import { megabytes, milliseconds, type Measurement } from './table';

const size = { accounts: 100, usersPerAccount: 20, days: 365 };

const flags = [1, 2].flatMap((slot) => [`access_key_${slot}_active`, `cert_${slot}_active`]);
const dates = [1, 2].flatMap((slot) => [`access_key_${slot}_last_rotated`, `cert_${slot}_last_rotated`]);
const columns = (flag: (column: string) => string, date: (column: string) => string) =>
  ['mfa_active', 'password_enabled', ...flags]
    .map((column) => `count_if(${flag(column)}) AS ${column}`)
    .join(', ') +
  ['password_last_changed', 'password_last_used', ...dates]
    .map((column) => `, max(${date(column)}) AS ${column}`)
    .join('');
/** The same GROUP BY on both sides, over all kinds of columns. */
const typed = `SELECT account_id, count(*) AS users, ${columns(
  (flag) => flag,
  (date) => `${date}_at`,
)} FROM user_credential GROUP BY account_id`;
const raw = `SELECT substr("$path", -25, 12) AS account_id, count(*) AS users, ${columns(
  (flag) => `${flag} = 'true'`,
  (date) => date,
)} FROM credential_report GROUP BY 1`;
const latest = 'SELECT control, status, count(*) FROM latest_finding GROUP BY control, status';
const findings = 'SELECT dt, control, status, count(*) FROM finding GROUP BY dt, control, status';
const changes = 'SELECT dt, change, count(*) FROM credential_change GROUP BY dt, change';
const recent = 'SELECT dt, change, count(*) FROM recent_credential_change GROUP BY dt, change';
const summary = 'SELECT dt, sum(console_users), sum(open_high) FROM daily_summary GROUP BY dt';

/** Answers over a year of 100 accounts with 20 users each: 36,500 reports and as many run records. */
export async function measureSql(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'credential-report-bench-'));
  try {
    writeSampleData(folder, size);
    const ask = async (what: string, sql: string, aim: string, days = 'all'): Promise<Measurement> => {
      // Typed rows of its own: what another question has kept would make the first look faster.
      const kept = join(folder, `.typed-rows-${what.replaceAll(/\W/g, '')}`);
      const run = await measureInChild('sql-query.ts', [folder, '4', days, kept, sql]);
      rmSync(kept, { recursive: true, force: true });
      const { first = Number.NaN, again = Number.NaN } = run.times;
      return {
        what,
        result: `${milliseconds(again)}, first ${milliseconds(first)}; ${megabytes(run.peakBytes)}; ${run.counts?.['scans']}`,
        aim,
      };
    };
    const rawYear = await measureInChild('sql-query.ts', [folder, '4', 'all', 'none', raw]);
    return [
      await ask('user_credential, one day of a year', typed, '<= 100 ms', '1'),
      await ask('user_credential, a year', typed, '<= 0.26 s'),
      {
        what: 'the same over the raw columns, which nothing is kept of',
        result: milliseconds(rawYear.times['again'] ?? Number.NaN),
        aim: '',
      },
      await ask('latest_finding', latest, '<= 200 ms'),
      await ask('finding, a year', findings, '<= 0.98 s'),
      await ask('daily_summary, a year', summary, '<= 1.19 s'),
      await ask('credential_change, a year', changes, '<= 1.35 s'),
      await ask('recent_credential_change, 30 days from 72', recent, ''),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
