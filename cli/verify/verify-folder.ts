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
  /** Objects of facts, one per account and day. */
  readonly facts: number;
  /** Files of the history, one per source and day. */
  readonly historyFiles: number;
  readonly problems: readonly Problem[];
}

/**
 * Every run record against its report and facts and every one of those against its run record, in the order of the keys, then
 * the history against all.
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
  const facts = storedObjects(folder, prefixes.facts, now).filter(chosen);
  const objects = [...reports, ...facts];
  const byKey = new Map(objects.map((object) => [object.key, object]));
  const spokenOf = new Set<string>();
  const problems: Problem[] = [];
  const progress = startProgress(records.length, manyRecords);
  for (const record of records) {
    const { spokenOf: keys, problem } = checkRunRecord(dataFolder, record, byKey);
    for (const key of keys) spokenOf.add(key);
    if (problem) problems.push({ object: record.key, problem });
    progress.step(record.key);
  }
  progress.end();
  const unspoken = objects.filter(({ key }) => !spokenOf.has(key));
  problems.push(...unspoken.map((object) => ({ object: object.key, problem: whyUnspoken(object) })));
  const counts = { runRecords: records.length, reports: reports.length, facts: facts.length };
  if (!folder.holdsObjects(prefixes.history)) return { ...counts, historyFiles: 0, problems };
  // Loaded only now: most folders have none.
  const { verifyHistory } = await import('./verify-history');
  const isChosen = (day: string) => chosen({ key: '', accountId: undefined, day });
  const history = await verifyHistory(folder, isChosen, now, startProgress);
  problems.push(...history.problems);
  return { ...counts, historyFiles: history.files, problems };
}

function whyUnspoken({ key, accountId }: AccountObject): string {
  const what = key.startsWith(`${prefixes.facts}/`) ? 'the facts' : 'a report';
  return accountId === undefined
    ? `is not named as ${what} of an account and a day up to today`
    : 'is named by no run record of its account and day';
}
