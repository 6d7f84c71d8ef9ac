import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureInChild } from './measuring';
import { megabytes, milliseconds, ratio, type Measurement } from './table';
import { writeTrailData } from './trail-data';

/** A million events of one user in 2,000 files, which is the most that a view has to group. */
export async function measureTrail(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'credential-report-bench-'));
  try {
    writeTrailData(folder, 1_000_000);
    const ours = await measureInChild('trail-run.ts', [folder]);
    const plain = await measureInChild('trail-plain.ts', [folder]);
    const took = ours.times['all'] ?? Number.NaN;
    const base = plain.times['all'] ?? Number.NaN;
    return [
      {
        what: `use of ${ours.counts?.['calls']} events of a user in 2,000 files`,
        result: `${milliseconds(took)}, ${megabytes(ours.peakBytes)}`,
        aim: '<= 500 MB',
      },
      {
        what: `the same against DuckDB alone, ${plain.counts?.['calls']} events`,
        result: `${ratio(took, base)} of ${milliseconds(base)}, ${megabytes(plain.peakBytes)}`,
        aim: '',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
