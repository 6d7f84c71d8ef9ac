import type { Cell } from '../embedded/encoded-table';
import type { Table } from './table';

/**
 * Rows as CSV with a header, for a spreadsheet: text that begins like a formula gets an apostrophe in front, as OWASP
 * advises against CSV injection.
 */
export function csvOf(table: Table, rows: Uint32Array): string {
  const lines = [table.columns.map(({ name }) => name).join()];
  for (const row of rows) lines.push(table.columns.map((column) => field(column.at(row))).join());
  return `${lines.join('\r\n')}\r\n`;
}

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
