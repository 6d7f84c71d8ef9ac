/**
 * A value of a query as text, safe to open in a spreadsheet: text that begins like a formula gets an apostrophe in
 * front, as OWASP advises against CSV injection. Numbers are no text: `-5` stays. Lists are written as JSON.
 */
export function cellText(cell: unknown, raw: boolean): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return JSON.stringify(cell);
  return !raw && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
