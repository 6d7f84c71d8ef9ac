import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Measurement } from './measurement';
import { median, milliseconds } from './units';

const artifact = join(__dirname, '../dist/lambda/collector/index.js');

/** Size of the collector's artifact, and what loading it costs beyond starting Node. */
export function measureArtifact(): Measurement[] {
  const start = (...args: string[]) => {
    const times = Array.from({ length: 7 }, () => {
      const before = performance.now();
      execFileSync(process.execPath, args);
      return performance.now() - before;
    });
    return median(times);
  };
  const empty = start('-e', '0');
  const loaded = start('-e', `require(${JSON.stringify(artifact)})`);
  return [
    { row: 'artifact', bytes: statSync(artifact).size },
    { row: 'artifact-start', time: loaded, beside: `\`node -e 0\` alone ${milliseconds(empty)}` },
  ];
}
