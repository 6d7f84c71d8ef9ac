import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureInChild } from './measuring';
import { writeSampleData } from './sample-data';
import { megabytes, milliseconds, ratio, type Measurement } from './table';

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
    const ask = (runs: number, days: string, sql: string) =>
      measureInChild('sql-query.ts', [folder, String(runs), days, sql]);
    const day = await ask(5, '1', typed);
    const month = await ask(3, '30', typed);
    const year = await ask(3, 'all', typed);
    const rawYear = await ask(3, 'all', raw);
    const latestFindings = await ask(3, 'all', latest);
    const yearOfFindings = await ask(1, 'all', findings);
    const yearOfChanges = await ask(1, 'all', changes);
    const recentChanges = await ask(3, 'all', recent);
    const yearOfSummaries = await ask(1, 'all', summary);
    const took = ({ times }: typeof day) => times['query'] ?? Number.NaN;
    const line = (what: string, run: typeof day, aim: string): Measurement => ({
      what,
      result: `${milliseconds(took(run))} after ${milliseconds(run.times['open'] ?? Number.NaN)} of opening, ${megabytes(run.peakBytes)}; ${run.counts?.['scans']}`,
      aim,
    });
    return [
      line('user_credential, one day of a year', day, '<= 100 ms'),
      line('user_credential, 30 days of a year', month, ''),
      line('user_credential, a year', year, ''),
      line('the same over the raw columns, a year', rawYear, ''),
      {
        what: 'a year, user_credential against raw columns',
        result: ratio(took(year), took(rawYear)),
        aim: '<= 1.50x',
      },
      line('latest_finding', latestFindings, '<= 200 ms'),
      line('finding, a year', yearOfFindings, '<= 6 s, <= 1,024 MB'),
      line('credential_change, a year', yearOfChanges, '<= 1,024 MB'),
      line('recent_credential_change, 30 days from 72', recentChanges, ''),
      line('daily_summary, a year', yearOfSummaries, '<= 8 s, <= 1,024 MB'),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
