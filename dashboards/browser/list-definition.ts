import type { ListName } from '../embedded/encoded-table';

/** A list of the page: what it shows of a table, and what can be asked of it. */
export interface ListDefinition {
  /** Its table, and its address. */
  readonly list: ListName;
  readonly title: string;
  /** One of its rows, as `finding`. */
  readonly one: string;
  /** Columns that name a row. */
  readonly key: readonly string[];
  /** Columns that have a menu of their values. */
  readonly menus: readonly string[];
  /** Columns shown before anybody chooses. */
  readonly shown: readonly string[];
  /** What is wanted before anybody chooses, values by column. */
  readonly preset: Readonly<Record<string, readonly string[]>>;
  /** Columns whose values the answer has in their order. */
  readonly asAnswered: readonly string[];
  /** Columns that call a row by its name, above its own page. */
  readonly name: readonly string[];
  /** Whether a row stands for a user or an account that the console can show. @default false */
  readonly isInConsole?: true;
  /** Lists that say more about a row. */
  readonly related: readonly Related[];
}

/** Rows of another list that belong to a row. */
export interface Related {
  readonly list: ListName;
  /** What they are, above them. */
  readonly title: string;
  /** Columns of that list, each with the column of the row that it equals. */
  readonly on: Readonly<Record<string, string>>;
  /** Other values that they have, by column. */
  readonly with?: Readonly<Record<string, readonly string[]>>;
}
