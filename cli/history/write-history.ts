import { bringDay } from '../../lambda/history/bring-day';
import { historySources } from '../../lambda/report/history-source';
import { messageOf } from '../../lambda/shared/runtime/message-of';
import { DataFolder } from '../../local/athena/data-folder';
import { bucketUrl } from '../../local/athena/external-table';
import { CommandError } from '../command-error';
import type { AskedDays } from '../day-options';
import type { Progress } from '../progress';
import { finishedDays } from './finished-days';
import { folderStore, type WriteFile } from './folder-store';

/** What became of one day of one source. */
export interface HistoryRow {
  readonly day: string;
  readonly source: string;
  readonly outcome: 'made' | 'kept' | 'failed';
  readonly objects: number | null;
  readonly rows: number | null;
  readonly not_read: number | null;
  /** Why it was made, or what failed. */
  readonly why: string;
}

/** What was gone through. */
export interface WrittenHistory {
  readonly rows: readonly HistoryRow[];
  readonly unfinished: readonly string[];
  /** Objects that could not be read, each with its reason. */
  readonly unread: readonly { readonly key: string; readonly reason: string }[];
}

/**
 * Writes the history of a folder, one day after the other, whatever becomes of the others.
 * @throws CommandError for a full disk, NoDayInRangeError
 */
export async function writeHistory(
  dataFolder: string,
  asked: AskedDays,
  now: Date,
  startProgress: (total: number) => Progress,
  write?: WriteFile,
): Promise<WrittenHistory> {
  const folder = new DataFolder(dataFolder);
  const store = folderStore(folder, bucketUrl, write);
  const { days, unfinished } = finishedDays(folder, asked, now);
  const rows: HistoryRow[] = [];
  const unread: { key: string; reason: string }[] = [];
  const progress = startProgress(days.length * historySources.length);
  for (const day of days) {
    for (const source of historySources) {
      const named = { day, source: source.name };
      try {
        const { manifest, why } = await bringDay(store, source, day.replaceAll('-', '/'));
        const { inputs, not_read } = manifest;
        const counts = { objects: inputs.length, rows: manifest.rows - 1 - not_read.length };
        const outcome = why === undefined ? 'kept' : 'made';
        rows.push({ ...named, outcome, ...counts, not_read: not_read.length, why: why ?? '' });
        unread.push(...not_read);
      } catch (error) {
        if (error instanceof CommandError) throw error;
        rows.push({
          ...named,
          outcome: 'failed',
          objects: null,
          rows: null,
          not_read: null,
          why: messageOf(error),
        });
      }
      progress.step(`${source.name}/${day}`);
    }
  }
  progress.end();
  return { rows, unfinished, unread };
}
