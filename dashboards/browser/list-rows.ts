import type { ListDefinition } from './list-definition';
import type { ListState } from './list-state';
import { selectRows } from './select-rows';
import { sortRows } from './sort-rows';
import type { Table } from './table';

/** The rows that somebody wants, in the order that was asked for, else in that of the answer. */
export function listRows(
  list: ListDefinition,
  table: Table,
  { find, values, sorting }: ListState,
): Uint32Array {
  const words = find.split(/\s+/).filter((word) => word !== '');
  const rows = selectRows(table, { words, values });
  if (sorting !== undefined) sortRows(table, rows, sorting, list.asAnswered);
  return rows;
}
