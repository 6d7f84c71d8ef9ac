/** A row as Athena answers it: every value is text, null where there is none. */
export type TextRow = Readonly<Record<string, string | null>>;

/** A column's text; empty for null. Throws for a column that the query does not have. */
export function textOf(row: TextRow, column: string): string {
  const value = row[column];
  if (value === undefined) {
    throw new Error(`the query has no column ${column}, it has ${Object.keys(row).join(', ')}`);
  }
  return value ?? '';
}

/** A column's number; undefined for null. Throws for anything else. */
export function numberOf(row: TextRow, column: string): number | undefined {
  const text = textOf(row, column);
  if (text === '') return undefined;
  const number = Number(text);
  if (!Number.isFinite(number))
    throw new Error(`column ${column} must be a number, received ${JSON.stringify(text)}`);
  return number;
}

/** A count that a query always has; 0 for null, as a sum over nothing is. */
export function countOf(row: TextRow, column: string): number {
  return numberOf(row, column) ?? 0;
}
