import { existsSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join, resolve } from 'node:path';
import { DataFolderError } from './errors';

/** An object as it lies in the folder; `flaw` says why it cannot even be opened. */
export interface StoredObject {
  readonly key: string;
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
      .map((entry) => ({ key: `${path}/${entry.name}`, ...flawOf(entry, folder) }));
  }

  private numbered(path: string, digits: number): readonly string[] {
    const folder = join(this.root, path);
    if (!existsSync(folder)) return [];
    const names = readdirSync(folder).filter((name) => name.length === digits && /^\d+$/.test(name));
    return names.map((name) => `${path}/${name}`);
  }
}

function flawOf(entry: Dirent, folder: string): { flaw?: string } {
  if (entry.isDirectory()) return { flaw: 'a folder where an object should be' };
  if (!plainName.test(entry.name)) return { flaw: 'a name that no collector writes' };
  const body = readFileSync(join(folder, entry.name));
  if (body.length === 0) return { flaw: 'empty' };
  return entry.name.endsWith('.csv') && hasOpenQuote(body) ? { flaw: 'a line with an unclosed quote' } : {};
}

/**
 * Athena's tables end a row with the line. DuckDB reads on, and when it reads many files at once it drops what an
 * unclosed quote swallows without an error.
 */
function hasOpenQuote(body: Buffer): boolean {
  if (!body.includes('"')) return false;
  const lines = body.toString('latin1').split('\n');
  return lines.some((line) => line.split('"').length % 2 === 0);
}
