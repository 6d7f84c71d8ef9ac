/** A view's name and statement. */
interface View {
  readonly name: string;
  readonly text: string;
}

/**
 * Puts each view behind those that it reads, otherwise as they came.
 * @throws Error naming views that read each other
 */
export function inOrderOfReading<V extends View>(views: readonly V[]): readonly V[] {
  const readBy = new Map(views.map((view) => [view, readsOf(view, views)]));
  const ordered = new Set<V>();
  const place = (view: V, behind: readonly V[]): void => {
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

/** Names of the views that fulfil a condition, and of those that read one of them. @param views in the order of reading */
export function withReaders<V extends View>(
  views: readonly V[],
  isOne: (view: V) => boolean,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const view of views)
    if (isOne(view) || readsOf(view, views).some(({ name }) => names.has(name))) names.add(view.name);
  return names;
}

/** Views that a view's statement names, in its code: comments and literals may name any. */
function readsOf<V extends View>(view: V, views: readonly V[]): readonly V[] {
  const code = view.text.replaceAll(/'(?:[^']|'')*'|--.*$/gm, ' ');
  const names = new Set(
    Array.from(code.matchAll(/\b(?:FROM|JOIN)\s+([a-z][a-z0-9_]*)\b/gi), ([, name]) => name),
  );
  return views.filter((other) => other !== view && names.has(other.name));
}
