import { missing, type Table } from './table';

/** By which column, and which way. */
export interface Sorting {
  readonly column: string;
  readonly isDown: boolean;
}

/**
 * Sorts rows in place; those that are alike keep their order.
 * @param asAnswered columns whose values stand in their order already, as severities do from critical to info
 */
export function sortRows(
  table: Table,
  rows: Uint32Array,
  { column: name, isDown }: Sorting,
  asAnswered: readonly string[],
): void {
  const column = table.column(name);
  const ranks = asAnswered.includes(name)
    ? Uint32Array.from(column.words, (_, place) => place)
    : column.ranks();
  const rankOf = (row: number) => ranks[column.place(row)] ?? missing;
  rows.sort((one, other) => {
    const [first, second] = [rankOf(one), rankOf(other)];
    if (first === second) return one - other;
    if (first === missing || second === missing) return first === missing ? 1 : -1;
    return isDown ? second - first : first - second;
  });
}
