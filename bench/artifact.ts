import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { median, milliseconds, type Measurement } from './table';

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
    { what: "the collector's artifact", result: `${statSync(artifact).size} bytes`, aim: '<= 24,576 bytes' },
    {
      what: 'starting Node and loading it, SDK included, against `node -e 0`',
      result: `${milliseconds(loaded)} against ${milliseconds(empty)}`,
      aim: '',
    },
  ];
}
