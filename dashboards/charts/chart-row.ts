/** A row to draw: numbers and labels by column. */
export type ChartRow = Readonly<Record<string, string | number>>;

/** The label in a row, as text. */
export function labelOf(row: ChartRow, column: string): string {
  return String(row[column] ?? '');
}

/** The number in a row; null where the day has none. */
export function numberOf(row: ChartRow, column: string): number | null {
  const value = row[column];
  return value === undefined ? null : Number(value);
}

/** The sum of some columns of a row. */
export function sumOf(row: ChartRow, columns: readonly { readonly column: string }[]): number {
  return columns.reduce((all, { column }) => all + (numberOf(row, column) ?? 0), 0);
}

/** The largest number of some columns, each by itself. */
export function largest(rows: readonly ChartRow[], columns: readonly { readonly column: string }[]): number {
  return rows.reduce(
    (most, row) => Math.max(most, ...columns.map(({ column }) => numberOf(row, column) ?? 0)),
    0,
  );
}

/** The largest sum of some columns. */
export function largestSum(
  rows: readonly ChartRow[],
  columns: readonly { readonly column: string }[],
): number {
  return rows.reduce((most, row) => Math.max(most, sumOf(row, columns)), 0);
}
