import { lower, treeOf, treesOf, isTree, type SyntaxTree } from './syntax-tree';

/** What a statement can name: whether the `dt` of each is the day of a partition, as text. */
interface Scope {
  /** By the name of a common table expression. */
  readonly named: ReadonlyMap<string, boolean>;
  readonly sources: readonly { readonly name: string; readonly hasDay: boolean }[];
}

/** A day as `dt` has it. */
const dayText = /^\d{4}\/(0[1-9]|1[0-2])\/(0[1-9]|[12]\d|3[01])$/;

/**
 * Texts that a statement compares with `dt` although no `dt` can equal them. Patterns of LIKE, functions of `dt` and columns
 * that the statement itself calls `dt` are left alone; so is what cannot be resolved.
 */
export function wrongDays(tree: unknown): readonly string[] {
  return found(tree, { named: new Map(), sources: [] });
}

/** What to write instead. */
export function wrongDayText(text: string): string {
  const [, year, month, day] = /^(\d{4})\D?(\d{2})\D?(\d{2})\b/.exec(text) ?? [];
  const allowed = year === undefined ? "such as '2026/11/22'" : `here '${year}/${month}/${day}'`;
  return `dt is a day as text and compares as text: received '${text}', allowed is yyyy/MM/dd, ${allowed}; or compare report_date, which is a date and reads no more`;
}

function found(value: unknown, outer: Scope): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => found(each, outer));
  if (!isTree(value)) return [];
  const scope = scopeOf(value, outer);
  const wrong = comparedTexts(value, scope).filter((text) => !dayText.test(text));
  return [...wrong, ...Object.values(value).flatMap((each) => found(each, scope))];
}

function scopeOf(node: SyntaxTree, outer: Scope): Scope {
  const entries = treesOf(treeOf(node['cte_map'])['map']);
  const named = new Map(outer.named);
  for (const { key, value } of entries) {
    const { query, aliases } = treeOf(value);
    named.set(
      lower(key),
      isEmpty(aliases) && givesDay(treeOf(treeOf(query)['node']), { named, sources: [] }),
    );
  }
  if (node['type'] !== 'SELECT_NODE') return { named, sources: outer.sources };
  return { named, sources: sourcesOf(treeOf(node['from_table']), named) };
}

function sourcesOf(from: SyntaxTree, named: Scope['named']): Scope['sources'] {
  const { type, alias, table_name: table, left, right, subquery, column_name_alias: columns } = from;
  if (type === 'JOIN') return [...sourcesOf(treeOf(left), named), ...sourcesOf(treeOf(right), named)];
  const hasDay = (gives: boolean) => ({
    name: lower(alias) || lower(table),
    hasDay: gives && isEmpty(columns),
  });
  if (type === 'BASE_TABLE') return [hasDay(named.get(lower(table)) ?? true)];
  if (type !== 'SUBQUERY') return [];
  return [hasDay(givesDay(treeOf(treeOf(subquery)['node']), { named, sources: [] }))];
}

/** Whether the column `dt` of a query's answer is that of a table. */
function givesDay(node: SyntaxTree, outer: Scope): boolean {
  if (node['type'] === 'SET_OPERATION_NODE') return givesDay(treeOf(node['left']), scopeOf(node, outer));
  if (node['type'] !== 'SELECT_NODE') return false;
  const scope = scopeOf(node, outer);
  const columns = treesOf(node['select_list']);
  const called = columns.filter((column) => (lower(column['alias']) || lower(lastName(column))) === 'dt');
  if (called.length > 0) return called.every((column) => isDay(column, scope));
  return columns.some(({ type }) => type === 'STAR') && scope.sources.some(({ hasDay }) => hasDay);
}

function isDay(expression: SyntaxTree, { sources }: Scope): boolean {
  if (lower(lastName(expression)) !== 'dt') return false;
  const table = names(expression).at(-2);
  return sources.some(({ name, hasDay }) => hasDay && (table === undefined || name === lower(table)));
}

/** Texts that are compared with a day by =, <, BETWEEN, IN and their kin. */
function comparedTexts(node: SyntaxTree, scope: Scope): readonly string[] {
  const compared = comparedOf(node);
  return compared.some((each) => isDay(each, scope)) ? compared.flatMap(textOf) : [];
}

function comparedOf(node: SyntaxTree): readonly SyntaxTree[] {
  if (node['class'] === 'COMPARISON') return [node['left'], node['right']].map(treeOf);
  if (node['class'] === 'BETWEEN') return [node['input'], node['lower'], node['upper']].map(treeOf);
  return /^COMPARE_(NOT_)?IN$/.test(String(node['type'])) ? treesOf(node['children']) : [];
}

function textOf({ class: kind, value }: SyntaxTree): readonly string[] {
  const constant = treeOf(value);
  return kind === 'CONSTANT' && typeof constant['value'] === 'string' ? [constant['value']] : [];
}

function names({ class: kind, column_names: list }: SyntaxTree): readonly string[] {
  return kind === 'COLUMN_REF' && Array.isArray(list) ? list.map(String) : [];
}

function lastName(expression: SyntaxTree): string | undefined {
  return names(expression).at(-1);
}

/** Whether columns have no names of their own there. */
function isEmpty(list: unknown): boolean {
  return !Array.isArray(list) || list.length === 0;
}
