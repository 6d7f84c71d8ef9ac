import { totalmem } from 'node:os';
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
    memoryLimit: props.memoryLimit ?? leastMemory,
    mostMemory: props.mostMemory ?? halfOfTheMachine(),
  });
}

/** Enough for 1,000 accounts; with more DuckDB keeps more of what it read. */
const leastMemory = '1GB';

/** At least so much. Of a container it is half of what that may have. */
function halfOfTheMachine(): string {
  const bytes = Math.min(totalmem(), process.constrainedMemory() || Infinity);
  return `${Math.max(1_000, Math.floor(bytes / 2_000_000))}MB`;
}
