import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from './measurement';
import { measureInChild, type ChildReport } from './measuring';
import { writeSampleData } from './sample-data';

/** The command that makes the page or the mail of a folder; it keeps typed rows in the folder. */
export function measureCommand(what: 'dashboard' | 'digest', folder: string): Promise<ChildReport> {
  const page = what === 'dashboard' ? ['--out', join(folder, 'page.html')] : [];
  return measureInChild('command-run.ts', [what, '--data', folder, ...page]);
}

/** The page and the mail over 30 days of 1,000 accounts with 20 users each, the first time and once rows are kept. */
export async function measureReading(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'credential-report-bench-'));
  try {
    writeSampleData(folder, { accounts: 1_000, usersPerAccount: 20, days: 30 });
    const kept = join(folder, '.typed-rows');
    const look = async (
      what: 'dashboard' | 'digest',
      row: 'dashboard' | 'dashboard-again' | 'digest' | 'digest-again',
    ): Promise<Measurement> => {
      const { times, peakBytes } = await measureCommand(what, folder);
      return { row, time: times['all'] ?? Number.NaN, memory: peakBytes };
    };
    const page = [await look('dashboard', 'dashboard'), await look('dashboard', 'dashboard-again')];
    rmSync(kept, { recursive: true, force: true });
    return [...page, await look('digest', 'digest'), await look('digest', 'digest-again')];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
