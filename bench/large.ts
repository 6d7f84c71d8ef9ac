import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from './measurement';
import { measureInChild } from './measuring';
import { writePast } from './past';
import { measureCommand } from './read';
import { largeDays, type RowName } from './rows';
import { writeSampleData } from './sample-data';
import { milliseconds } from './units';

/** Fewer where the environment says so, to try it: a day takes half a second to write. */
const days = Number(process.env['BENCH_DAYS'] ?? largeDays);
/** Of other days than the rows say: to be looked at, not to be kept. */
export const isTrial = days !== largeDays;
const size = { accounts: 5_000, usersPerAccount: 20 };

const questions: readonly (readonly [row: RowName, sql: string])[] = [
  [
    'large-coverage',
    'SELECT status, count(*) AS n FROM coverage WHERE report_date = current_date GROUP BY 1',
  ],
  ['large-latest-finding', 'SELECT control, status, count(*) AS n FROM latest_finding GROUP BY 1, 2'],
  [
    'large-old-finding',
    `SELECT control, count(*) AS n FROM finding WHERE report_date = current_date - interval '${days - 5}' day GROUP BY 1`,
  ],
  ['large-recent-change', 'SELECT change, count(*) AS n FROM recent_credential_change GROUP BY 1'],
  ['large-summary', 'SELECT dt, sum(console_users) AS n FROM daily_summary GROUP BY 1'],
];

/** 5,000 accounts: the two newest days as objects, the others as the history that the function would have written. */
export async function measureLarge(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'credential-report-bench-'));
  const kept = join(folder, '.typed-rows');
  try {
    writeSampleData(folder, { ...size, days: 3 });
    const bytes = await writePast(folder, '2026/11/20', days - 3);
    const measured: Measurement[] = [{ row: 'large-history', bytes }];
    for (const [row, sql] of questions) {
      const run = await measureInChild('sql-query.ts', [folder, '2', 'all', kept, sql]);
      const { first = Number.NaN, again = Number.NaN } = run.times;
      measured.push({
        row,
        time: again,
        memory: run.peakBytes,
        beside: `first look ${milliseconds(first)}`,
      });
    }
    for (const what of ['dashboard', 'digest'] as const) {
      const { times, peakBytes } = await measureCommand(what, folder);
      measured.push({
        row: `large-${what}`,
        time: times['all'] ?? Number.NaN,
        memory: peakBytes,
      });
    }
    return measured;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
