import { gzipSync } from 'node:zlib';
import { labelOf, type Question, type RowOf } from '../../athena-ddl/question';
import type { Cell, EncodedColumn, EncodedTable, EncodedTables } from './encoded-table';

/** An answer by columns, each value of a column once: 60,000 findings have few controls, and 20,000 users. */
export function encodeTable<Asked extends Question>(
  { columns, sql }: Asked,
  rows: readonly RowOf<Asked>[],
): EncodedTable {
  const encoded = Object.entries(columns).map(([name, { type }]): EncodedColumn => {
    const known = new Map<Cell, number>();
    const places = rows.map((row) => {
      const value: Cell = row[name] ?? null;
      const place = known.get(value) ?? known.size;
      known.set(value, place);
      return place;
    });
    return { name, label: labelOf(columns, name), type, words: [...known.keys()], places };
  });
  return { sql, length: rows.length, columns: encoded };
}

/** Tables as an element's text: gzip, which browsers read by themselves, in base64, so that no text in it is markup. */
export function embeddedText(tables: EncodedTables): string {
  return gzipSync(JSON.stringify(tables), { level: 9 }).toString('base64');
}
