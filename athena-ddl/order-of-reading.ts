import type { SqlFile } from './sql-files';

/**
 * Puts each view behind those that it reads, otherwise as they came.
 * @throws Error naming views that read each other
 */
export function inOrderOfReading(views: readonly SqlFile[]): readonly SqlFile[] {
  const readBy = new Map(views.map((view) => [view, readsOf(view, views)]));
  const ordered = new Set<SqlFile>();
  const place = (view: SqlFile, behind: readonly SqlFile[]): void => {
    if (behind.includes(view)) {
      const circle = [...behind.slice(behind.indexOf(view)), view].map(({ name }) => name);
      throw new Error(`views read each other: ${circle.join(' reads ')}`);
    }
    for (const read of readBy.get(view) ?? []) place(read, [...behind, view]);
    ordered.add(view);
  };
  for (const view of views) place(view, []);
  return [...ordered];
}

/** Views that a view's statement names, in its code: comments and literals may name any. */
function readsOf(view: SqlFile, views: readonly SqlFile[]): readonly SqlFile[] {
  const code = view.text.replaceAll(/'(?:[^']|'')*'|--.*$/gm, ' ');
  const names = new Set(
    Array.from(code.matchAll(/\b(?:FROM|JOIN)\s+([a-z][a-z0-9_]*)\b/gi), ([, name]) => name),
  );
  return views.filter((other) => other !== view && names.has(other.name));
}
