import Table from 'cli-table3';
import { cellText } from './cell-text';

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

/** Names are hostile text: control characters and those that reverse the direction of writing show as their code. */
function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
