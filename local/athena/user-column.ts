import { isTree, lower, type SyntaxTree } from './syntax-tree';
import { tableDefinitions } from './table-definition';

/** What to write instead of a `user` that no table of the statement has. */
export const noUserColumn =
  'there is no column user here: views have user_name, and only the table credential_report has user';

/**
 * Whether a statement, as DuckDB's parser tells it in JSON, asks for a column `user` that it does not have: DuckDB would
 * answer the name of its own user, where Athena refuses.
 */
export function asksForNoUser(tree: unknown): boolean {
  const nodes = nodesOf(tree);
  const holds = (is: (node: SyntaxTree) => boolean) => nodes.some(is);
  const tables = tableDefinitions().filter(({ columns }) => columns.includes('user'));
  return (
    holds(({ class: kind, column_names: names }) => kind === 'COLUMN_REF' && isUser(names)) &&
    !holds(({ table_name: name }) => tables.some((table) => table.name === lower(name))) &&
    !holds(({ alias }) => lower(alias) === 'user') &&
    !holds(({ aliases, column_name_alias: columns }) => [aliases, columns].some(includesUser))
  );
}

function nodesOf(value: unknown): readonly SyntaxTree[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  return isTree(value) ? [value, ...Object.values(value).flatMap(nodesOf)] : [];
}

/** A name without a table before it. */
function isUser(names: unknown): boolean {
  return Array.isArray(names) && names.length === 1 && includesUser(names);
}

function includesUser(names: unknown): boolean {
  return Array.isArray(names) && names.some((name) => lower(name) === 'user');
}
