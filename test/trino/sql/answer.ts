import type { QueryResult } from '../../../local/athena';
import type { TrinoAnswer } from './trino-client';

/** What a column holds, in one word for both engines. */
export type Kind =
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'double'
  | 'text'
  | 'list of text'
  | 'date'
  | 'timestamp'
  | `other: ${string}`;

/** Columns and rows in one form for both engines: numbers, booleans, NULL, and text, also for dates and times. */
export interface Answer {
  readonly columns: readonly { readonly name: string; readonly kind: Kind }[];
  readonly rows: readonly (readonly unknown[])[];
}

const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/^boolean$/i, 'boolean'],
  // Sums of whole numbers are wider in DuckDB.
  [/^(tinyint|smallint|integer|bigint|hugeint)$/i, 'integer'],
  [/^decimal\b/i, 'decimal'],
  [/^(real|float|double)$/i, 'double'],
  [/^varchar(\(\d+\))?$/i, 'text'],
  [/^(varchar\[\]|array\(varchar(\(\d+\))?\))$/i, 'list of text'],
  [/^date$/i, 'date'],
  [/^timestamp(\(\d+\))?$/i, 'timestamp'],
];

function kindOf(type: string): Kind {
  return kinds.find(([pattern]) => pattern.test(type))?.[1] ?? `other: ${type}`;
}

export function duckdbAnswer({ columns, rows }: QueryResult): Answer {
  return { columns: columns.map(({ name, type }) => ({ name, kind: kindOf(type) })), rows };
}

/** @param bucket whose name in paths becomes the local engine's word for it */
export function trinoAnswer({ columns, rows }: TrinoAnswer, bucket: string): Answer {
  const known = columns.map(({ name, type }) => ({ name, kind: kindOf(type) }));
  const local = (value: unknown) =>
    typeof value === 'string' ? value.replaceAll(`s3://${bucket}/`, 's3://local/') : value;
  return {
    columns: known,
    rows: rows.map((row) => row.map((value, i) => local(plain(value, known[i]?.kind)))),
  };
}

/**
 * Trino writes decimals as text, and times with all digits of their precision. DuckDB's binding for Node loses a byte
 * order mark at the start of a text that it hands over; the engine itself has it.
 */
function plain(value: unknown, kind: Kind | undefined): unknown {
  if (typeof value !== 'string') return value;
  if (kind === 'decimal') return Number(value);
  if (kind === 'timestamp') return value.replace(/\.0+$|(?<=\.\d*[1-9])0+$/, '');
  return value.replace(/^\ufeff/, '');
}
