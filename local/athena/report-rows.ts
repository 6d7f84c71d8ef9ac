import { prefixes } from '../../lambda/report/object-key';
import { isReadableRow } from '../../lambda/report/readable-row';
import type { Row } from '../../lambda/report/line-row';
import type { TableDefinition } from './table-definition';

/** A report's key: whose it is, and a name that is encoded as it should be. */
const reportKey = /^\d{4}\/\d\d\/\d\d\/(\d{12})-(?:[A-Za-z0-9._-]|=[0-9A-F]{2})*\.csv$/;

/** Whether some of a report's rows count as unreadable in `coverage`; none of another table's does. */
export function hasUnreadableRow(table: TableDefinition, key: string, rows: readonly Row[]): boolean {
  if (table.prefix !== prefixes.reports) return false;
  const accountId = reportKey.exec(key.slice(table.prefix.length + 1))?.[1];
  return rows.some((row) => accountId === undefined || !isReadableRow(fieldsOf(row), accountId));
}

function fieldsOf(row: Row): string[] {
  const missing = row.indexOf(null);
  return (missing === -1 ? row : row.slice(0, missing)).map((value) => value ?? '');
}
