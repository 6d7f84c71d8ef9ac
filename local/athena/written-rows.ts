import { writtenTable } from './parsed-rows';
import type { TableDefinition } from './table-definition';

/**
 * The rest of a view of typed rows: of each day before yesterday the row that says that its history is written. Of such a row no
 * other column means anything.
 */
export function writtenRows(table: TableDefinition): string {
  return ` UNION ALL BY NAME
    SELECT dt, try_cast(replace(dt, '/', '-') AS date) AS report_date, '' AS object_path FROM ${writtenTable(table)}
    WHERE dt < date_format(current_date() - INTERVAL 1 DAY, '%Y/%m/%d')`;
}
