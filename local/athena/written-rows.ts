import { writtenTable } from './parsed-rows';
import type { TableDefinition } from './table-definition';

/** What a view makes of a line without values, beside NULL. */
const ofNoLine: Readonly<Record<string, readonly string[]>> = {
  credential_report: [
    `'' AS account_name`,
    'false AS is_root',
    'false AS has_password',
    `TIMESTAMP '2006-01-01 00:00:00' AS earliest_time`,
    `try_cast(replace(dt, '/', '-') AS date) + INTERVAL 2 DAY AS end_time`,
    '0 AS impossible_dates',
  ],
};

/** The rest of a view of typed rows: of each day before yesterday the row that says that its history is written. */
export function writtenRows(table: TableDefinition): string {
  const columns = [
    'dt',
    `try_cast(replace(dt, '/', '-') AS date) AS report_date`,
    `'' AS object_path`,
    ...(ofNoLine[table.name] ?? []),
  ];
  return ` UNION ALL BY NAME
    SELECT ${columns.join(', ')} FROM ${writtenTable(table)}
    WHERE dt < date_format(current_date() - INTERVAL 1 DAY, '%Y/%m/%d')`;
}
