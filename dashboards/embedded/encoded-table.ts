import type { ColumnType } from '../../athena-ddl/question';

export type Cell = string | number | null;

/** A column as the page carries it. */
export interface EncodedColumn {
  readonly name: string;
  readonly label: string;
  readonly type: ColumnType;
  /** Each value once, in the order in which the rows have them. */
  readonly words: readonly Cell[];
  /** Of each row the place of its value among the words. */
  readonly places: readonly number[];
}

/** The answer of a question, by columns. */
export interface EncodedTable {
  readonly sql: string;
  readonly length: number;
  readonly columns: readonly EncodedColumn[];
}

/** The lists that the page shows, by their names in its address. */
export type ListName =
  | 'findings'
  | 'accounts'
  | 'results'
  | 'users'
  | 'keys'
  | 'changes'
  | 'exceptions'
  | 'controls'
  | 'coverage'
  | 'benchmarks';

export type EncodedTables = Readonly<Record<ListName, EncodedTable>>;

/** Id of the element that carries them; its `data-access` says as JSON how users are opened in the console. */
export const embeddedId = 'embedded-tables';
