/** A place of the page: what stands behind `#` in its address. */
export interface Place {
  /** Empty for the overview. */
  readonly view: string;
  readonly params: URLSearchParams;
}

/** Reads `#findings?severity=high`. */
export function placeOf(hash: string): Place {
  const [view = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  return { view, params: new URLSearchParams(query) };
}

/** Writes it. */
export function addressOf(view: string, params: URLSearchParams | Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(params).toString();
  return query === '' ? `#${view}` : `#${view}?${query}`;
}
