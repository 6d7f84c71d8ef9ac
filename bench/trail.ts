import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from './measurement';
import { measureInChild } from './measuring';
import { writeTrailData } from './trail-data';
import { milliseconds } from './units';

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
        row: 'trail',
        time: took,
        memory: ours.peakBytes,
        beside: `${ours.counts?.['calls']} events counted`,
      },
      {
        row: 'trail-plain',
        ratio: took / base,
        memory: plain.peakBytes,
        beside: `of ${milliseconds(base)}, ${plain.counts?.['calls']} events counted`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
