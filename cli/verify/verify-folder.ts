import { prefixes } from '../../lambda/report/object-key';
import { DataFolder } from '../../local/athena/data-folder';
import type { AskedDays } from '../day-options';
import { checkRunRecord } from './check-run-record';
import { chooseDays } from './choose-days';
import type { Problem } from './problem';
import type { StartProgress } from './start-progress';
import { storedObjects, type AccountObject } from './stored-objects';

/** Run records that take longer than a moment to verify. */
const manyRecords = 2_000;

/** What a verification went through and what it found. */
export interface Verification {
  readonly runRecords: number;
  readonly reports: number;
  /** Files of the history, one per source and day. */
  readonly historyFiles: number;
  readonly problems: readonly Problem[];
}

/**
 * Every run record against its report and every report against its run record, in the order of the keys, then the history
 * against both.
 */
export async function verifyFolder(
  dataFolder: string,
  days: AskedDays,
  now: Date,
  startProgress: StartProgress,
): Promise<Verification> {
  const folder = new DataFolder(dataFolder);
  const chosen = chooseDays(folder, days, now);
  const records = storedObjects(folder, prefixes.runs, now).filter(chosen);
  const reports = storedObjects(folder, prefixes.reports, now).filter(chosen);
  const reportsByKey = new Map(reports.map((report) => [report.key, report]));
  const spokenOf = new Set<string>();
  const problems: Problem[] = [];
  const progress = startProgress(records.length, manyRecords);
  for (const record of records) {
    const { reportKey, problem } = checkRunRecord(dataFolder, record, reportsByKey);
    if (reportKey) spokenOf.add(reportKey);
    if (problem) problems.push({ object: record.key, problem });
    progress.step(record.key);
  }
  progress.end();
  const unspoken = reports.filter(({ key }) => !spokenOf.has(key));
  problems.push(...unspoken.map((report) => ({ object: report.key, problem: whyUnspoken(report) })));
  if (!folder.holdsObjects(prefixes.history))
    return { runRecords: records.length, reports: reports.length, historyFiles: 0, problems };
  // Loaded only now: most folders have none.
  const { verifyHistory } = await import('./verify-history');
  const isChosen = (day: string) => chosen({ key: '', accountId: undefined, day });
  const history = await verifyHistory(folder, isChosen, now, startProgress);
  problems.push(...history.problems);
  return { runRecords: records.length, reports: reports.length, historyFiles: history.files, problems };
}

function whyUnspoken({ accountId }: AccountObject): string {
  return accountId === undefined
    ? 'is not named as a report of an account and a day up to today'
    : 'is named by no run record of its account and day';
}
