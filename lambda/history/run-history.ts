import { historySources } from '../report/history-source';
import { dayPath } from '../report/object-key';
import { messageOf } from '../shared/runtime/message-of';
import { bringDay } from './bring-day';
import { maxOlderFiles, recentDays } from './contract';
import { daysBefore } from '../report/days-before';
import type { HistoryStore } from './history-store';
import type { Manifest } from './manifest';
import { type FileOfDay, olderDays } from './older-days';

export interface HistoryDependencies {
  readonly store: HistoryStore;
  /** Nothing of this day or later is written. */
  readonly today: Date;
  readonly retentionDays: number;
  /** Milliseconds in which another day can be begun. */
  readonly remainingMs: () => number;
}

/** What became of one file. */
export type FileOutcome = FileOfDay &
  ({ readonly manifest: Manifest; readonly why: string | undefined } | { readonly problem: string });

/** What a run came to. */
export interface HistoryRun {
  readonly recent: readonly FileOutcome[];
  readonly older: readonly FileOutcome[];
  /** Files for which the time did not suffice, or which are too many for one run. */
  readonly left: number;
  /** Why the days before the recent ones are not known. */
  readonly olderProblem: string | undefined;
}

/** Writes what is missing or has changed in the last days, newest first, then older days that have no history. */
export async function runHistory(deps: HistoryDependencies): Promise<HistoryRun> {
  const days = Array.from({ length: recentDays }, (_, index) => dayPath(daysBefore(deps.today, index + 1)));
  const files = days.flatMap((day) => historySources.map((source) => ({ source, day })));
  const recent = await bringFiles(deps, files);
  let olderFiles: readonly FileOfDay[] = [];
  let olderProblem: string | undefined;
  try {
    if (deps.remainingMs() > 0) olderFiles = await olderDays(deps.store, deps.today, deps.retentionDays);
  } catch (error) {
    olderProblem = messageOf(error);
  }
  const older = await bringFiles(deps, olderFiles.slice(0, maxOlderFiles));
  const left = files.length - recent.length + olderFiles.length - older.length;
  return { recent, older, left, olderProblem };
}

/** One after the other, each whatever becomes of the others, while there is time. */
async function bringFiles(deps: HistoryDependencies, files: readonly FileOfDay[]): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  for (const file of files) {
    if (deps.remainingMs() <= 0) break;
    try {
      outcomes.push({ ...file, ...(await bringDay(deps.store, file.source, file.day)) });
    } catch (error) {
      outcomes.push({ ...file, problem: messageOf(error) });
    }
  }
  return outcomes;
}
