import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from './measurement';
import { measureInChild } from './measuring';
import { writeSampleData } from './sample-data';

/** A day of 5,000 accounts with 20 users each, made into the history. */
export async function measureHistory(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'credential-report-bench-'));
  try {
    writeSampleData(folder, { accounts: 5_000, usersPerAccount: 20, days: 1 });
    const { times, peakBytes, counts } = await measureInChild('history-run.ts', [folder, '2026/11/22']);
    return [
      {
        row: 'history',
        time: times['all'] ?? Number.NaN,
        memory: peakBytes,
        printed: counts?.['sizes'] ?? '',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
