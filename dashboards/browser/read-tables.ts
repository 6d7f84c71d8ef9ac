import type { ConsoleAccess } from '../../lambda/shared/text/console-address';
import { embeddedId, type EncodedTables, type ListName } from '../embedded/encoded-table';
import { Table } from './table';

/** The lists that the page carries, by name. */
export type Tables = Readonly<Record<ListName, Table>>;

/** How the page's links open users in the console. */
export function readAccess(): ConsoleAccess {
  return JSON.parse(document.getElementById(embeddedId)?.dataset['access'] ?? '') as ConsoleAccess;
}

/**
 * Reads what the page carries; nothing is loaded for it.
 * @throws Error in a browser that cannot read gzip, of before 2023
 */
export async function readTables(): Promise<Tables> {
  const text = document.getElementById(embeddedId)?.textContent ?? '';
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const encoded = (await new Response(stream).json()) as EncodedTables;
  const tables = Object.entries(encoded).map(([name, table]) => [name, new Table(table)] as const);
  return Object.fromEntries(tables) as Tables;
}
