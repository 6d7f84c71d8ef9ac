import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { nullText, rowOfLine, type Row } from '../../lambda/report/line-row';
import { textLines } from '../../lambda/report/text-lines';
import { messageOf } from '../../lambda/shared/runtime/message-of';
import type { LineTable } from './table-definition';

/** How an object becomes rows. */
export interface ObjectRows {
  /** Lines that DuckDB reads, where cutting at commas is all there is to do: every line, those without a quote, none. */
  readonly cut: 'all' | 'unquoted' | 'none';
  /** Rows of the other lines. */
  readonly rows: readonly Row[];
  /** Why nothing of it can be read. */
  readonly flaw?: string;
}

/**
 * Longest line that DuckDB reads, in bytes; it passes over a longer one, often without an error. Its own 2 MB, and the
 * buffers that go with it, take twice as long for many small files.
 */
export const longestCutLine = 131_072;

/** A report of IAM has at most 5,001 rows. Who stores more than this in one object gets no row read. */
const mostRows = 100_000;

/** Most bytes of an object with lines that DuckDB does not read. */
const mostBytes = 64 * 1024 * 1024;

/** What DuckDB is given to open: our keys consist of these, and none of them is a wildcard. */
const plainKey = /^[A-Za-z0-9._=/-]+$/;

/** What DuckDB takes for NULL when it reads lines. */
export const nullLine = '\u0002\u0003\u0002';

/** Line ends other than LF, blank lines, which DuckDB drops, and what it is given as separator and for NULL. */
const notCut = ['\r', '\n\n', '\ufeff', '\u0001', nullLine];

/** Reads an object by the rule of the table's SerDe, line by line: what spoils a line spoils no other. */
export function readObject(path: string, key: string, table: LineTable): ObjectRows {
  let body: Buffer;
  try {
    body = readFileSync(path);
  } catch (error) {
    return left(table, messageOf(error));
  }
  if (body.length === 0) return { cut: 'none', rows: [], flaw: 'empty' };
  const cut = cutOf(body, key, table);
  if (cut === 'all') return { cut, rows: [] };
  if (body.length > mostBytes) return left(table, `${body.length} bytes that are no plain text`);
  const lines = textLines(body).slice(table.headerLines);
  const odd = cut === 'none' ? lines : lines.filter((line) => isQuoted(line, table));
  if (odd.length > mostRows) return left(table, `${odd.length} lines that are no plain text`);
  return { cut, rows: odd.map((line) => rowOfLine(line, table)) };
}

function cutOf(body: Buffer, key: string, table: LineTable): ObjectRows['cut'] {
  const isCut =
    plainKey.test(key) &&
    isUtf8(body) &&
    body[0] !== 0x0a &&
    !notCut.some((text) => body.includes(text)) &&
    longestLineOf(body) <= longestCutLine;
  if (!isCut) return 'none';
  if (table.format === 'text') return body.includes(nullText) ? 'none' : 'all';
  return isQuoted(body, table) ? 'unquoted' : 'all';
}

function isQuoted(text: Buffer | string, { escape }: LineTable): boolean {
  return text.includes('"') || text.includes(escape);
}

/** One row without values, so that the object is counted. */
function left({ columns }: LineTable, flaw: string): ObjectRows {
  return { cut: 'none', rows: [columns.map(() => null)], flaw };
}

function longestLineOf(body: Buffer): number {
  if (body.length <= longestCutLine) return body.length;
  let longest = 0;
  for (let start = 0; start <= body.length;) {
    const end = body.indexOf(0x0a, start);
    longest = Math.max(longest, (end === -1 ? body.length : end) - start);
    if (end === -1) break;
    start = end + 1;
  }
  return longest;
}
