import { textWidth } from './text-width';

/** A column this narrow still shows enough of a long word, such as an ARN, to be read line by line. */
const narrowest = 15;

/**
 * Widths for columns of text that stand side by side on so many columns of a terminal, none wider than it needs; undefined
 * where they would be too narrow to be read.
 */
export function columnWidths(
  columns: readonly (readonly string[])[],
  available: number,
): readonly number[] | undefined {
  const needed = columns.map((texts) => texts.reduce((most, text) => Math.max(most, textWidth(text)), 0));
  const widths = columns.map(leastWidth);
  let left = available - widths.reduce((sum, width) => sum + width, 0);
  if (left < 0) return undefined;
  // The narrowest one that wants more gets the next column.
  while (left > 0) {
    const wanting = widths.flatMap((width, index) =>
      width < (needed[index] ?? 0) ? [{ width, index }] : [],
    );
    if (wanting.length === 0) break;
    const { index } = wanting.reduce((least, one) => (one.width < least.width ? one : least));
    widths[index] = (widths[index] ?? 0) + 1;
    left -= 1;
  }
  return widths;
}

/** A header's words and short words of cells are not broken. */
function leastWidth([header = '', ...cells]: readonly string[]): number {
  let longest = 0;
  for (const cell of cells) {
    if (longest >= narrowest) break;
    longest = Math.max(longest, longestWord(cell));
  }
  return Math.max(longestWord(header), Math.min(longest, narrowest), 1);
}

function longestWord(text: string): number {
  return Math.max(...text.split(' ').map(textWidth));
}
