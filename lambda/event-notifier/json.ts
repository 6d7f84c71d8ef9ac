/** Members of a JSON object. */
export type Members = Readonly<Record<string, unknown>>;

/** A value's members; none where it is no object. */
export function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}

/** A value's text; empty where it is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
