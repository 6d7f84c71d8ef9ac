import type { ListDefinition } from './list-definition';
import { addressOf } from './address';
import type { Table } from './table';

/** A row as one line of text, for a ticket or a chat. */
export function rowLine(table: Table, columns: readonly string[], row: number): string {
  return columns
    .map((name) => table.text(name, row))
    .filter((text) => text !== '')
    .join(' · ');
}

/** Address of the page about one row. */
export function rowAddress({ one, key }: ListDefinition, table: Table, row: number): string {
  return addressOf(one, Object.fromEntries(key.map((name) => [name, table.text(name, row)])));
}
