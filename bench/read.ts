import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from './measurement';
import { measureInChild, type ChildReport } from './measuring';
import { lastDay, writeSampleData } from './sample-data';

/**
 * The command that makes the page or the mail of a folder; it keeps rows in the folder.
 * @param asOf the day that counts as today. @default the newest
 */
export function measureCommand(
  what: 'dashboard' | 'digest',
  folder: string,
  asOf?: string,
): Promise<ChildReport> {
  const page = what === 'dashboard' ? ['--out', join(folder, 'page.html')] : [];
  return measureInChild('command-run.js', [
    what,
    '--data',
    folder,
    ...page,
    ...(asOf === undefined ? [] : ['--as-of', asOf]),
  ]);
}

/** The page and the mail over 30 days of 1,000 accounts with 20 users each: the first time, again, and on the next day. */
export async function measureReading(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'credential-report-bench-'));
  try {
    writeSampleData(folder, { accounts: 1_000, usersPerAccount: 20, days: 31 });
    // Rows of objects that were just written are not kept: within the file system's step of time they could change unseen.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const dayBefore = new Date(lastDay - 86_400_000).toISOString().slice(0, 10);
    const measured: Measurement[] = [];
    for (const what of ['dashboard', 'digest'] as const) {
      rmSync(join(folder, '.typed-rows'), { recursive: true, force: true });
      const looks = [
        [what, dayBefore],
        [`${what}-again`, dayBefore],
        [`${what}-next`, undefined],
      ] as const;
      for (const [row, asOf] of looks) {
        const { times, peakBytes } = await measureCommand(what, folder, asOf);
        measured.push({ row, time: times['all'] ?? Number.NaN, memory: peakBytes });
      }
    }
    return measured;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
