import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SqlObject } from '../lambda/apply-ddl/contract';

/** Folder of the SQL, at the top of the repository. */
const folder = join(__dirname, '..', 'athena-ddl');

/**
 * The files of one kind, in the order of their names: a number in front puts a view behind those that it reads, and is
 * no part of its name.
 * @throws Error naming a file whose name is no name of a table, view or query
 */
export function readSqlFiles(kind: 'tables' | 'views' | 'queries'): SqlObject[] {
  return readdirSync(join(folder, kind))
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const name = /^(?:[0-9]+_)?([a-z][a-z0-9_]*)\.sql$/.exec(file)?.[1];
      if (name === undefined) {
        throw new Error(`athena-ddl/${kind}/${file} is no name in lowercase letters, digits and underscores`);
      }
      return { name, sql: readFileSync(join(folder, kind, file), 'utf8').trim() };
    });
}
