import { viewFiles } from '../../athena-ddl/sql-files';
import { DataFolder } from './data-folder';
import { daysInRange, isoDay } from './days';
import { Engine } from './engine';
import { DataFolderError } from './errors';
import type { LocalAthena, LocalAthenaProps } from './local-athena';
import { macros } from './macros';
import { tableDefinitions } from './table-definition';

/**
 * Opens a folder for the SQL that Athena runs over the bucket.
 * @throws DataFolderError, DayRangeError, NoDayInRangeError
 */
export async function openLocalAthena(props: LocalAthenaProps): Promise<LocalAthena> {
  const folder = new DataFolder(props.dataFolder);
  const tables = tableDefinitions();
  const partitioned = tables.filter((table) => table.partitioned);
  const existing = [...new Set(partitioned.flatMap((table) => folder.days(table.prefix)))].sort();
  const newest = existing.at(-1);
  if (newest === undefined) {
    const wanted = partitioned.map((table) => `${table.prefix}/YYYY/MM/DD/`).join(', ');
    throw new DataFolderError(`the data folder ${folder.root} holds none of ${wanted}`);
  }
  const asOf = props.asOf === undefined ? newest : isoDay(props.asOf, 'the day to look from');
  return Engine.open({
    folder,
    tables,
    views: viewFiles(),
    macros: macros(asOf, (props.now ?? (() => new Date()))()),
    asOf,
    days: daysInRange(existing, asOf, props.days),
    memoryLimit: props.memoryLimit ?? '1GB',
  });
}
