import { createHash, type Hash } from 'node:crypto';
import type { Row } from '../report/line-row';

/** The rows of one object as two sides can compare them. */
export interface RowsDigest {
  readonly rows: number;
  readonly sha256: string;
}

/** Digests of a file's rows, by the object that they are of. */
export class RowDigests {
  private readonly open = new Map<string, { rows: number; readonly hash: Hash }>();

  /** @param path where the row's object lies; null in a file that is none of ours */
  add(path: string | null, row: Row): void {
    const name = path ?? 'NULL';
    const digest = this.open.get(name) ?? { rows: 0, hash: createHash('sha256') };
    this.open.set(name, digest);
    digest.rows += 1;
    digest.hash.update(row.map((value) => (value === null ? '-' : `${value.length}:${value}`)).join(','));
  }

  /** By path, in the order in which they first came. */
  all(): ReadonlyMap<string, RowsDigest> {
    return new Map([...this.open].map(([path, { rows, hash }]) => [path, digestOf(rows, hash)]));
  }
}

function digestOf(rows: number, hash: Hash): RowsDigest {
  return { rows, sha256: hash.copy().digest('hex') };
}

/** What differs between the rows that should be and those that are, by path; nothing when all are the same. */
export function differences(
  expected: ReadonlyMap<string, RowsDigest>,
  found: ReadonlyMap<string, RowsDigest>,
): ReadonlyMap<string, string> {
  const problems = new Map<string, string>();
  for (const [path, { rows, sha256 }] of expected) {
    const there = found.get(path);
    if (there === undefined) problems.set(path, `none of its ${rows} rows is in the file`);
    else if (there.rows !== rows) problems.set(path, `has ${rows} rows, the file ${there.rows}`);
    else if (there.sha256 !== sha256) problems.set(path, 'its rows differ from those in the file');
  }
  for (const [path, { rows }] of found)
    if (!expected.has(path)) problems.set(path, `${rows} rows in the file are of no object of the day`);
  return problems;
}
