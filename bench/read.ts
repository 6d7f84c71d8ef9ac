import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureInChild, type ChildReport } from './measuring';
import { writeSampleData } from './sample-data';
import { megabytes, milliseconds, type Measurement } from './table';

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
    const look = async (what: 'dashboard' | 'digest', which: string, aim: string): Promise<Measurement> => {
      const run = await measureCommand(what, folder);
      return {
        what: `${what} of 1,000 accounts x 20 users x 30 days, ${which} look`,
        result: `${milliseconds(run.times['all'] ?? Number.NaN)}, ${megabytes(run.peakBytes)}`,
        aim,
      };
    };
    const rows = [
      await look('dashboard', 'first', '<= 9 s'),
      await look('dashboard', 'second', '<= 5 s, <= 500 MB'),
    ];
    rmSync(kept, { recursive: true, force: true });
    return [...rows, await look('digest', 'first', ''), await look('digest', 'second', '<= 5 s, <= 700 MB')];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
