import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePast } from './past';
import { measureInChild } from './measuring';
import { measureCommand } from './read';
import { writeSampleData } from './sample-data';
import { megabytes, milliseconds, type Measurement } from './table';

/** As many days as the bucket keeps, unless the environment says fewer: a day takes half a second to write. */
const days = Number(process.env['BENCH_DAYS'] ?? 400);
const size = { accounts: 5_000, usersPerAccount: 20 };

const questions: readonly (readonly [what: string, sql: string])[] = [
  [
    'coverage of today',
    'SELECT status, count(*) AS n FROM coverage WHERE report_date = current_date GROUP BY 1',
  ],
  ['latest_finding', 'SELECT control, status, count(*) AS n FROM latest_finding GROUP BY 1, 2'],
  [
    'finding of a day long ago',
    `SELECT control, count(*) AS n FROM finding WHERE report_date = current_date - interval '${days - 5}' day GROUP BY 1`,
  ],
  ['recent_credential_change', 'SELECT change, count(*) AS n FROM recent_credential_change GROUP BY 1'],
  ['daily_summary of all days', 'SELECT dt, sum(console_users) AS n FROM daily_summary GROUP BY 1'],
];

/** 5,000 accounts: the two newest days as objects, the others as the history that the function would have written. */
export async function measureLarge(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'credential-report-bench-'));
  const name = `${size.accounts} accounts x ${size.usersPerAccount} users x ${days} days`;
  const kept = join(folder, '.typed-rows');
  try {
    writeSampleData(folder, { ...size, days: 3 });
    const bytes = await writePast(folder, '2026/11/20', days - 3);
    const rows: Measurement[] = [{ what: `history of ${name}`, result: megabytes(bytes), aim: '' }];
    for (const [what, sql] of questions) {
      const run = await measureInChild('sql-query.ts', [folder, '2', 'all', kept, sql]);
      const { first = Number.NaN, again = Number.NaN } = run.times;
      rows.push({
        what: `${what}, ${name}`,
        result: `${milliseconds(again)}, first ${milliseconds(first)}; ${megabytes(run.peakBytes)}`,
        aim: '',
      });
    }
    for (const what of ['dashboard', 'digest'] as const) {
      const run = await measureCommand(what, folder);
      rows.push({
        what: `${what}, ${name}`,
        result: `${milliseconds(run.times['all'] ?? Number.NaN)}, ${megabytes(run.peakBytes)}`,
        aim: '',
      });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
