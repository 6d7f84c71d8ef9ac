/** A value of a query as the local engine hands it over. */
export type Cell = string | number | boolean | null;

/**
 * A cell as text, safe to open in a spreadsheet: text that begins like a formula gets an apostrophe in front, as
 * OWASP advises against CSV injection. Numbers are no text: `-5` stays.
 */
export function cellText(cell: Cell, raw: boolean): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  return !raw && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
