import type { ListDefinition } from './list-definition';
import type { Sorting } from './sort-rows';
import type { Table } from './table';

/** Rows of a page of a list that can be chosen. */
export const pageSizes = [50, 200, 1000] as const;

/** What somebody wants to see of a list: all of it stands in the address. */
export interface ListState {
  readonly find: string;
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly sorting: Sorting | undefined;
  /** From 1. */
  readonly page: number;
  readonly size: number;
  readonly columns: readonly string[];
}

/** Reads it; what no column has is left out. */
export function listStateOf(list: ListDefinition, table: Table, params: URLSearchParams): ListState {
  const names = table.columns.map(({ name }) => name);
  const sort = params.get('sort') ?? '';
  const column = sort.replace(/^-/, '');
  const columns = (params.get('columns') ?? '').split(',').filter((name) => names.includes(name));
  const values = new Map(
    names.flatMap((name) => {
      const wanted = params.get(name)?.split('|') ?? list.preset[name] ?? [];
      return wanted.join('') === '' ? [] : [[name, wanted] as const];
    }),
  );
  return {
    find: params.get('find') ?? '',
    values,
    sorting: names.includes(column) ? { column, isDown: sort.startsWith('-') } : undefined,
    page: pageOf(params),
    size: pageSizeOf(params),
    columns: columns.length > 0 ? columns : list.shown,
  };
}

/** The page of a list, from 1. */
export function pageOf(params: URLSearchParams): number {
  return Math.max(1, Math.trunc(Number(params.get('page'))) || 1);
}

/** Rows of a page, one of those to choose from. */
export function pageSizeOf(params: URLSearchParams): number {
  return pageSizes.find((size) => String(size) === params.get('rows')) ?? pageSizes[0];
}

/** The address with some of it changed; an undefined value takes it back to what nobody chose. */
export function changed(
  params: URLSearchParams,
  changes: Readonly<Record<string, string | undefined>>,
): URLSearchParams {
  // Another choice has other pages.
  const next = new URLSearchParams(params);
  next.delete('page');
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) next.delete(name);
    else next.set(name, value);
  }
  return next;
}
