import { isUtf8 } from 'node:buffer';
import { existsSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join, resolve } from 'node:path';
import { DataFolderError } from './errors';
import { longestLine } from './external-table';

/** An object as it lies in the folder. */
export interface StoredObject {
  readonly key: string;
  /** Whether a quote is in it. */
  readonly quoted: boolean;
  /** Why it cannot be read, where that shows without parsing it. */
  readonly flaw?: string;
}

/** What DuckDB is given to open: our keys consist of these, and none of them is a wildcard. */
const plainName = /^[A-Za-z0-9._=-]+$/;

/** A folder laid out as the bucket: `<prefix>/YYYY/MM/DD/<object>`. */
export class DataFolder {
  readonly root: string;

  constructor(folder: string) {
    this.root = resolve(folder).replaceAll('\\', '/');
    if (!existsSync(this.root)) throw new DataFolderError(`the data folder ${this.root} does not exist`);
  }

  /** ISO days below the prefix, sorted. */
  days(prefix: string): readonly string[] {
    return this.numbered(prefix, 4)
      .flatMap((year) => this.numbered(year, 2))
      .flatMap((month) => this.numbered(month, 2))
      .map((day) => day.slice(prefix.length + 1).replaceAll('/', '-'))
      .sort();
  }

  /** Objects in one folder below the root; like Athena it passes over names that start with `_` or `.`. */
  objects(path: string): readonly StoredObject[] {
    const folder = join(this.root, path);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !/^[_.]/.test(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => ({ key: `${path}/${entry.name}`, ...look(entry, folder) }));
  }

  private numbered(path: string, digits: number): readonly string[] {
    const folder = join(this.root, path);
    if (!existsSync(folder)) return [];
    const names = readdirSync(folder).filter((name) => name.length === digits && /^\d+$/.test(name));
    return names.map((name) => `${path}/${name}`);
  }
}

function look(entry: Dirent, folder: string): Omit<StoredObject, 'key'> {
  const flawed = (flaw: string) => ({ quoted: false, flaw });
  if (entry.isDirectory()) return flawed('a folder where an object should be');
  if (!plainName.test(entry.name)) return flawed('a name that no collector writes');
  const body = readFileSync(join(folder, entry.name));
  if (body.length === 0) return flawed('empty');
  if (!isUtf8(body)) return flawed('broken UTF-8');
  if (longestLineOf(body) > longestLine) return flawed(`a line of more than ${longestLine} bytes`);
  const quoted = body.includes('"');
  return quoted && entry.name.endsWith('.csv') && hasOpenQuote(body)
    ? flawed('a line with an unclosed quote')
    : { quoted };
}

/**
 * Athena's tables end a row with the line. DuckDB reads on, and when it reads many files at once it drops what an
 * unclosed quote swallows without an error.
 */
function hasOpenQuote(body: Buffer): boolean {
  const lines = body.toString('latin1').split('\n');
  return lines.some((line) => line.split('"').length % 2 === 0);
}

function longestLineOf(body: Buffer): number {
  if (body.length <= longestLine) return body.length;
  return Math.max(
    ...body
      .toString('latin1')
      .split('\n')
      .map(({ length }) => length),
  );
}
