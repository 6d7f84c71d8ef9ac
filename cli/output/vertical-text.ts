import { cellText } from './cell-text';
import { printable } from './printable';
import type { Screen } from './screen';
import { severityColour } from './severity-colour';
import { textWidth, wrapped } from './text-width';

/** A value is never narrower than this, however narrow the screen. */
const narrowest = 20;

/**
 * Rows one below the other, a line for each column; the last line counts them.
 * @param reason why they are shown so. @default they were asked for so
 */
export function verticalText(
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  screen: Screen | undefined,
  reason?: string,
): string {
  const names = columns.map(printable);
  const nameWidth = Math.max(0, ...names.map(textWidth));
  const valueWidth =
    screen === undefined ? Infinity : Math.max(narrowest, screen.columns - nameWidth - ' │ '.length);
  const lines = rows.flatMap((row, place) => [
    `── ${place + 1} ${'─'.repeat(nameWidth)}`,
    ...names.flatMap((name, index) => {
      const text = wrapped(printable(cellText(row[index])), valueWidth);
      const shown = screen?.colours ? severityColour(columns[index] ?? '', text) : text;
      const padded = name + ' '.repeat(nameWidth - textWidth(name));
      return shown
        .split('\n')
        .map((line, part) => `${part === 0 ? padded : ' '.repeat(nameWidth)} │ ${line}`.trimEnd());
    }),
  ]);
  const count = rowCount(rows.length);
  return [...lines, reason === undefined ? count : `${count}, ${reason}`, ''].join('\n');
}

/** `1 row`, `2 rows`. */
export function rowCount(rows: number): string {
  return `${rows} ${rows === 1 ? 'row' : 'rows'}`;
}
