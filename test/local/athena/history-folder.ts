import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeDay } from '../../../lambda/history/write-day';
import { historySources } from '../../../lambda/report/history-source';
import { folderStore } from '../../../cli/history/folder-store';
import { DataFolder } from '../../../local/athena/data-folder';

/** Days (`yyyy/MM/dd`) of a folder written into its history, every source of each, as the history function writes them. */
export async function writeHistory(
  dataFolder: string,
  days: readonly string[],
  bucket = 's3://local/',
): Promise<void> {
  const store = folderStore(new DataFolder(dataFolder), bucket);
  for (const day of days) for (const source of historySources) await writeDay(store, source, day);
}

/** Takes the objects of days away, so that their history is all that is left. */
export function dropObjects(dataFolder: string, days: readonly string[]): void {
  for (const day of days)
    for (const { name } of historySources)
      rmSync(join(dataFolder, name, day), { recursive: true, force: true });
}
