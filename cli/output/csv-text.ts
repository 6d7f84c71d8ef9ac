import { stringify } from 'csv-stringify/sync';
import { cellText } from './cell-text';

/** Rows as CSV with a header. An empty text is `""`, a missing value is nothing at all. */
export function csvText(
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  raw: boolean,
): string {
  const texts = rows.map((row) => row.map((cell) => (cell === null ? null : cellText(cell, raw))));
  return stringify([[...columns], ...texts], {
    cast: { string: (value) => (value === '' ? { value, quoted_empty: true } : value) },
  });
}
