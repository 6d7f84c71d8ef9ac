import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packageRoot } from '../package-root';

/** One statement of `athena-ddl/`, with the name of what it makes or answers. */
export interface SqlFile {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** A question that is kept with the product: the first comment lines of its file say what it answers. */
export interface NamedQuery {
  readonly name: string;
  readonly description: string;
  readonly sql: string;
}

export function tableFiles(): readonly SqlFile[] {
  return filesOf('tables');
}

/** Views in the order in which they must be created: the number in front of the file's name. */
export function viewFiles(): readonly SqlFile[] {
  return filesOf('views');
}

export function namedQueries(): readonly NamedQuery[] {
  return filesOf('queries').map(({ name, text }) => ({ name, description: leadingComment(text), sql: text }));
}

function filesOf(folder: string): readonly SqlFile[] {
  const path = join(packageRoot(), 'athena-ddl', folder);
  return readdirSync(path)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({
      name: basename(file, '.sql').replace(/^\d+_/, ''),
      path: join(path, file),
      text: readFileSync(join(path, file), 'utf8'),
    }));
}

function leadingComment(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('--'));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^--\s*/, ''))
    .join(' ');
}
