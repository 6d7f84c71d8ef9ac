import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureInChild } from './measuring';
import { writeSampleData } from './sample-data';
import { megabytes, milliseconds, type Measurement } from './table';

/** A day of 5,000 accounts with 20 users each, made into the history. */
export async function measureHistory(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'credential-report-bench-'));
  try {
    writeSampleData(folder, { accounts: 5_000, usersPerAccount: 20, days: 1 });
    const { times, peakBytes, counts } = await measureInChild('history-run.ts', [folder, '2026/11/22']);
    const took = milliseconds(times['all'] ?? Number.NaN);
    return [
      {
        what: 'a day of 5,000 accounts made into history',
        result: `${took}, ${megabytes(peakBytes)}; ${counts?.['sizes']}`,
        aim: '<= 60 s, <= 512 MB',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
