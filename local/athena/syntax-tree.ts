/** Part of a statement as DuckDB's parser tells it in JSON. */
export type SyntaxTree = Readonly<Record<string, unknown>>;

/** A name as engines compare it; nothing where there is none. */
export function lower(name: unknown): string {
  return typeof name === 'string' ? name.toLowerCase() : '';
}

export function isTree(value: unknown): value is SyntaxTree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function treeOf(value: unknown): SyntaxTree {
  return isTree(value) ? value : {};
}

export function treesOf(value: unknown): readonly SyntaxTree[] {
  return Array.isArray(value) ? value.filter(isTree) : [];
}
