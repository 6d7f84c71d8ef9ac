import { stringify } from 'csv-stringify/sync';
import { cellText } from './cell-text';

/**
 * Rows as CSV with a header. An empty text is `""`, a missing value is nothing at all. Text that begins like a formula gets
 * an apostrophe in front, as OWASP advises against CSV injection, unless `raw`. Numbers are no text: `-5` stays.
 */
export function csvText(
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  raw: boolean,
): string {
  const textOf = (cell: unknown) => (typeof cell === 'string' && !raw ? guarded(cell) : cellText(cell));
  const texts = rows.map((row) => row.map((cell) => (cell === null ? null : textOf(cell))));
  return stringify([[...columns], ...texts], {
    cast: { string: (value) => (value === '' ? { value, quoted_empty: true } : value) },
  });
}

function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
