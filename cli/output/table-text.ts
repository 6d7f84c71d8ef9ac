import Table from 'cli-table3';
import { cellText } from './cell-text';
import { columnWidths } from './column-widths';
import { printable } from './printable';
import type { Screen } from './screen';
import { severityColour } from './severity-colour';
import { wrapped } from './text-width';
import { rowCount, verticalText } from './vertical-text';

/**
 * Rows as a table for a person. Numbers stand right; the last line counts the rows. On a screen no line is longer than
 * it, and where columns would be too narrow to be read each row stands below the other, which the last line says.
 */
export function tableText(
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  screen: Screen | undefined,
): string {
  const texts = rows.map((row) => row.map((cell) => printable(cellText(cell))));
  const head = columns.map(printable);
  // A border and a space on each side of every column, and one border more.
  const available = screen === undefined ? Infinity : screen.columns - 3 * columns.length - 1;
  const widths =
    available === Infinity
      ? undefined
      : columnWidths(
          head.map((name, index) => [name, ...texts.map((row) => row[index] ?? '')]),
          available,
        );
  if (screen !== undefined && widths === undefined) {
    const reason = `shown vertically, too wide for ${screen.columns} columns; as a table: | less -S`;
    return verticalText(columns, rows, screen, reason);
  }
  const fitted = (text: string, index: number) => wrapped(text, widths?.[index] ?? Infinity);
  const table = new Table({ head: head.map(fitted), style: { head: [], border: [], compact: true } });
  for (const [place, row] of texts.entries()) {
    table.push(
      row.map((text, index) => ({
        content: screen?.colours
          ? severityColour(columns[index] ?? '', fitted(text, index))
          : fitted(text, index),
        hAlign: typeof rows[place]?.[index] === 'number' ? 'right' : 'left',
      })),
    );
  }
  return `${table.toString()}\n${rowCount(rows.length)}\n`;
}
