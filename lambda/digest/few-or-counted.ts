import type { Line } from '../shared/messages/document';
import { counted, readableNumber } from '../shared/text/counted';

/** More lines of one kind than this become fewer, with their count. */
export const few = 5;
/** So many of them are named then. */
export const named = 3;

/** A line for each row; of more than `most` the first ones, with how many more there are in how many accounts. */
export function fewOrCounted<Row extends { readonly account_id: string }>(
  rows: readonly Row[],
  line: (row: Row) => Line,
  seeAll: string,
  { most, first } = { most: few, first: named },
): Line[] {
  if (rows.length <= most) return rows.map(line);
  return [
    ...rows.slice(0, first).map(line),
    [`… and ${readableNumber(rows.length - first)} more, ${accountsOf(rows)} together: ${seeAll}`],
  ];
}

/** `in 12 accounts`. */
export function accountsOf(rows: readonly { readonly account_id: string }[]): string {
  return `in ${counted(new Set(rows.map(({ account_id }) => account_id)).size, 'account')}`;
}

/** Rows by what they have in common, in the order in which each kind comes first. */
export function kindsOf<Row>(rows: readonly Row[], kindOf: (row: Row) => string): (readonly Row[])[] {
  const kinds = new Map<string, Row[]>();
  for (const row of rows) {
    const kind = kinds.get(kindOf(row));
    if (kind === undefined) kinds.set(kindOf(row), [row]);
    else kind.push(row);
  }
  return [...kinds.values()];
}
