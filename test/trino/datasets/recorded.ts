import { recordedReport } from '../../local/athena/report-text';
import { accountLine, runLine } from './good-lines';
import type { Objects } from './write-objects';

/** Recorded reports, and the account that each one's ARNs name. */
const recorded = {
  'live-2026-09-11': '123456789012',
  'recorded-2017-02-22': '210987654321',
  'recorded-2019-root-key-active': '456789012345',
  'uppercase-booleans': '345678901234',
} as const;

const names = Object.keys(recorded) as (keyof typeof recorded)[];

/** Their lines in the list of accounts. */
export const recordedAccountLines = names.map((name) => accountLine(recorded[name], name));

/** The reports that were recorded from IAM, as if they had come on that day, with their run records. */
export function recordedObjects(day: string): Objects {
  return Object.fromEntries(
    names.flatMap((name) => [
      [`credential-reports/${day}/${recorded[name]}-${name}.csv`, recordedReport(name)],
      [`collection-runs/${day}/${recorded[name]}.json`, runLine(recorded[name], name, day)],
    ]),
  );
}
