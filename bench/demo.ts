import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from './measurement';
import { median } from './units';

const command = join(__dirname, '../dist/bin/credential-report.js');

/** The demo as a user runs it, from the built command. */
export function measureDemo(): Measurement[] {
  const folder = mkdtempSync(join(tmpdir(), 'credential-report-bench-'));
  try {
    const times = [1, 2, 3].map((run) => {
      const before = performance.now();
      execFileSync(process.execPath, [command, 'demo', '--out', join(folder, String(run))], {
        stdio: 'ignore',
      });
      return performance.now() - before;
    });
    return [{ row: 'demo', time: median(times) }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
