import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from './measurement';
import { measureInChild } from './measuring';
import type { RowName } from './rows';
import { writeSampleData } from './sample-data';
import { milliseconds } from './units';

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
    const ask = async (row: RowName, sql: string, days = 'all'): Promise<Measurement> => {
      // Typed rows of its own: what another question has kept would make the first look faster.
      const kept = join(folder, `.typed-rows-${row}`);
      const run = await measureInChild('sql-query.ts', [folder, '4', days, kept, sql]);
      rmSync(kept, { recursive: true, force: true });
      const { first = Number.NaN, again = Number.NaN } = run.times;
      return {
        row,
        time: again,
        memory: run.peakBytes,
        beside: `first look ${milliseconds(first)}`,
        printed: run.counts?.['scans'] ?? '',
      };
    };
    const rawYear = await measureInChild('sql-query.ts', [folder, '4', 'all', 'none', raw]);
    return [
      await ask('sql-day', typed, '1'),
      await ask('sql-year', typed),
      { row: 'sql-raw', time: rawYear.times['again'] ?? Number.NaN },
      await ask('sql-latest-finding', latest),
      await ask('sql-finding', findings),
      await ask('sql-summary', summary),
      await ask('sql-change', changes),
      await ask('sql-recent-change', recent),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
