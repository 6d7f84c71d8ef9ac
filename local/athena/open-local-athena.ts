import { DataFolder } from './data-folder';
import { daysInRange } from './days';
import { Engine } from './engine';
import { knownDays } from './known-days';
import type { LocalAthena, LocalAthenaProps } from './local-athena';
import { tableDefinitions } from './table-definition';

/**
 * Opens a folder for the SQL that Athena runs over the bucket.
 * @throws DataFolderError, DayRangeError, NoDayInRangeError
 */
export async function openLocalAthena(props: LocalAthenaProps): Promise<LocalAthena> {
  const folder = new DataFolder(props.dataFolder, props.lists);
  const tables = tableDefinitions();
  const now = (props.now ?? (() => new Date()))();
  const { asOf, days, warnings } = knownDays(folder, tables, now, props.asOf);
  return Engine.open({
    folder,
    tables,
    asOf,
    now,
    days: daysInRange(days, asOf, props.days),
    warnings,
    keepIn: props.keepIn,
    memoryLimit: props.memoryLimit ?? '1GB',
  });
}
