import Table from 'cli-table3';
import { cellText } from './cell-text';
import { printable } from './printable';

/** Rows as a table for a person. Numbers stand right; the last line counts the rows. */
export function tableText(
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  raw: boolean,
): string {
  const table = new Table({ head: columns.map(printable), style: { head: [], border: [], compact: true } });
  for (const row of rows) {
    table.push(
      row.map((cell) => ({
        content: printable(cellText(cell, raw)),
        hAlign: typeof cell === 'number' ? 'right' : 'left',
      })),
    );
  }
  return `${table.toString()}\n${rows.length} ${rows.length === 1 ? 'row' : 'rows'}\n`;
}
