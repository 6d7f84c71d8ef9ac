import { closest, distance } from 'fastest-levenshtein';

/** `, the nearest is NAME` where a name is close enough to be meant, otherwise nothing. */
export function nearest(name: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const near = closest(name, known);
  return distance(name, near) <= name.length / 2 ? `, the nearest is ${near}` : '';
}
