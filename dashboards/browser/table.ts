import type { Cell, EncodedColumn, EncodedTable } from '../embedded/encoded-table';

const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** A column in the browser; what filter and sort ask of each value is worked out once, not for each row. */
export class Column {
  readonly name: string;
  readonly label: string;
  readonly type: EncodedColumn['type'];
  readonly words: readonly Cell[];
  private readonly places: Uint32Array;
  private lower: readonly string[] | undefined;
  private ranked: Uint32Array | undefined;
  private long: boolean | undefined;

  constructor({ name, label, type, words, places }: EncodedColumn) {
    this.name = name;
    this.label = label;
    this.type = type;
    this.words = words;
    this.places = Uint32Array.from(places);
  }

  /** The value in a row. */
  at(row: number): Cell {
    return this.words[this.place(row)] ?? null;
  }

  /** The value in a row as text; empty where there is none. */
  textAt(row: number): string {
    return String(this.at(row) ?? '');
  }

  /** Place of a row's value among the words. */
  place(row: number): number {
    return this.places[row] ?? 0;
  }

  /** Of each word whether it passes. */
  passing(passes: (word: string) => boolean): Uint8Array {
    this.lower ??= this.words.map((word) => String(word ?? '').toLowerCase());
    return Uint8Array.from(this.lower, (word) => (passes(word) ? 1 : 0));
  }

  /** Whether some word of it is too long to keep whole in a narrow column. */
  get isLong(): boolean {
    this.long ??= this.words.some((word) => /[^\s]{17}/.test(String(word ?? '')));
    return this.long;
  }

  /** Of each word its rank in the order of people: numbers in text by their value; `missing` for what is not there. */
  ranks(): Uint32Array {
    this.ranked ??= rankOf(this.words);
    return this.ranked;
  }
}

/** Rank of a value that is not there: last, whichever way is sorted. */
export const missing = 0xffffffff;

function rankOf(words: readonly Cell[]): Uint32Array {
  const ranks = new Uint32Array(words.length).fill(missing);
  const there = words.flatMap((word, place) => (word === null || word === '' ? [] : [{ word, place }]));
  there.sort(({ word: one }, { word: other }) =>
    typeof one === 'number' && typeof other === 'number' ? one - other : compare(String(one), String(other)),
  );
  there.forEach(({ place }, rank) => (ranks[place] = rank));
  return ranks;
}

/** The answer of a question in the browser. */
export class Table {
  readonly sql: string;
  readonly length: number;
  readonly columns: readonly Column[];
  private readonly byName: ReadonlyMap<string, Column>;

  constructor({ sql, length, columns }: EncodedTable) {
    this.sql = sql;
    this.length = length;
    this.columns = columns.map((column) => new Column(column));
    this.byName = new Map(this.columns.map((column) => [column.name, column]));
  }

  /** @throws Error when there is no such column */
  column(name: string): Column {
    const column = this.byName.get(name);
    if (column === undefined) throw new Error(`no column ${name}`);
    return column;
  }

  /** The value of a column in a row as text. */
  text(name: string, row: number): string {
    return this.column(name).textAt(row);
  }
}
