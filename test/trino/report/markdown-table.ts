/** A table as Markdown; columns of numbers stand on the right. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const isNumber = header.map((_, i) => rows.every((row) => typeof row[i] === 'number'));
  const widths = header.map((name, i) =>
    Math.max(3, name.length, ...rows.map((row) => String(row[i]).length)),
  );
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell, i) => (isNumber[i] ? String(cell).padStart(widths[i] ?? 0) : String(cell).padEnd(widths[i] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, i) => (isNumber[i] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}
