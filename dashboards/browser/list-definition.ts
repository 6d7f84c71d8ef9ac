import type { ComponentChildren } from 'preact';
import type { ListName } from '../embedded/encoded-table';
import type { Table } from './table';

/** A list of the page: what it shows of a table, and what can be asked of it. */
export interface ListDefinition {
  readonly name: ListName;
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
  /** Where a value leads. */
  readonly link?: (table: Table, column: string, row: number) => string | undefined;
  /** A value that is more than text. */
  readonly cell?: (column: string, text: string) => ComponentChildren;
}
