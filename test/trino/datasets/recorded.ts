import { recordedReport } from '../../local/athena/report-text';
import type { Dataset } from './dataset';
import { accountLine, runLine } from './good-lines';
import { writeObjects } from './write-objects';

/** Recorded reports, and the account that each one's ARNs name. */
const recorded = {
  'live-2026-09-11': '123456789012',
  'recorded-2017-02-22': '210987654321',
  'recorded-2019-root-key-active': '456789012345',
  'uppercase-booleans': '345678901234',
} as const;

const days = ['2026/11/21', '2026/11/22'] as const;

/** The reports that were recorded from IAM, as if they had come today and yesterday. */
export function recordedDataset(folder: string): Dataset {
  const accounts = Object.entries(recorded);
  for (const day of days) {
    for (const [name, id] of accounts) {
      writeObjects(folder, {
        [`credential-reports/${day}/${id}-${name}.csv`]: recordedReport(name),
        [`collection-runs/${day}/${id}.json`]: runLine(id, name, day),
      });
    }
    const lines = accounts.map(([name, id]) => accountLine(id, name));
    writeObjects(folder, { [`accounts/${day}/accounts.jsonl`]: `${lines.join('\n')}\n` });
  }
  return { name: 'recorded', folder, now: '2026-11-22T12:00:00Z' };
}
