import type { Table } from './table';

/** What a row has to be. */
export interface Wanted {
  /** Each has to be in some column, in either case. */
  readonly words: readonly string[];
  /** By column: one of these values. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** The rows that are wanted, in their order. */
export function selectRows(table: Table, { words, values }: Wanted): Uint32Array {
  const isWanted = new Uint8Array(table.length).fill(1);
  for (const [name, wanted] of values) {
    const column = table.column(name);
    const allowed = new Set(wanted.map((value) => value.toLowerCase()));
    const passing = column.passing((word) => allowed.has(word));
    for (let row = 0; row < table.length; row += 1) {
      if (passing[column.place(row)] !== 1) isWanted[row] = 0;
    }
  }
  for (const word of words) keepWith(table, word.toLowerCase(), isWanted);
  const rows: number[] = [];
  isWanted.forEach((is, row) => {
    if (is === 1) rows.push(row);
  });
  return Uint32Array.from(rows);
}

function keepWith(table: Table, word: string, isWanted: Uint8Array): void {
  const columns = table.columns.map((column) => ({
    column,
    passing: column.passing((text) => text.includes(word)),
  }));
  const some = columns.filter(({ passing }) => passing.includes(1));
  for (let row = 0; row < table.length; row += 1) {
    if (isWanted[row] === 0) continue;
    if (!some.some(({ column, passing }) => passing[column.place(row)] === 1)) isWanted[row] = 0;
  }
}
