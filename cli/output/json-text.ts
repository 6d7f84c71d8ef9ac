/** Rows as a JSON array of objects, one object a line. Values are exactly those of the query. */
export function jsonText(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const objects = rows.map((row) =>
    Object.fromEntries(columns.map((name, index) => [name, row[index] ?? null])),
  );
  return `[${objects.map((object) => `\n${JSON.stringify(object)}`).join(',')}\n]\n`;
}
