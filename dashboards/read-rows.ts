import type { Column, Listing, RowOf } from './question';
import { shownText } from './shown-text';

/** What asking a listing's SQL gives. */
export interface Answer {
  readonly columns: readonly { readonly name: string }[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Runs one query; text of it may be hostile. */
export type Ask = (sql: string) => Promise<Answer>;

/**
 * Asks a listing and checks that what comes back is what it declares. All text passes `shownText` here, so nothing
 * that draws has to think of it.
 * @throws Error that names the column and the value
 */
export async function readRows<Asked extends Listing>(listing: Asked, ask: Ask): Promise<RowOf<Asked>[]> {
  const { columns, rows } = await ask(listing.sql);
  const got = columns.map(({ name }) => name);
  const declared = listing.columns.map(({ name }) => name);
  if (got.join() !== declared.join()) {
    throw new Error(`the query answers ${got.join(', ')} where ${declared.join(', ')} are declared`);
  }
  return rows.map((row) => {
    const cells = listing.columns.map((column, index) => [column.name, readCell(row[index], column)]);
    return Object.fromEntries(cells) as RowOf<Asked>;
  });
}

function readCell(value: unknown, { name, type }: Column): string | number {
  if (type === 'integer' && Number.isSafeInteger(value)) return Number(value);
  if (type === 'text' && typeof value === 'string') return shownText(value);
  if (type === 'date' && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  throw new Error(`column ${name} is ${JSON.stringify(value)}, which is no ${type}`);
}
