/** A text, a quoted name, a comment, the end of a statement, or anything else. */
const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[^]*?\*\/|;|[^]/g;

/** Where a quote or a comment is still open: it is the rest of a text. */
const open = /'(?:[^']|'')*$|"(?:[^"]|"")*$|\/\*(?:(?!\*\/)[^])*$/y;

/** SQL cut at each semicolon that ends a statement, not one in a text or a comment; `rest` is what no semicolon ends. */
export function splitStatements(sql: string): {
  readonly statements: readonly string[];
  readonly rest: string;
} {
  const statements: string[] = [];
  let start = 0;
  for (const { 0: part, index } of sql.matchAll(token)) {
    open.lastIndex = index;
    if (/^['"/]$/.test(part) && open.test(sql)) break;
    if (part !== ';') continue;
    statements.push(sql.slice(start, index));
    start = index + 1;
  }
  return { statements: statements.map((one) => one.trim()).filter(holdsSql), rest: sql.slice(start) };
}

/** Whether there is more than blanks and comments. */
export function holdsSql(text: string): boolean {
  return text.replaceAll(/--[^\n]*|\/\*[^]*?\*\//g, '').trim() !== '';
}
