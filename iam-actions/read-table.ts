import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvLines } from '../csv-lists/csv-lines';
import { packageRoot } from '../package-root';

/**
 * The rows of a table beside this file, without its header.
 * @throws Error when it is no table of these columns: the package is broken
 */
export function readTable(file: string, columns: readonly string[]): readonly (readonly string[])[] {
  const lines = csvLines(readFileSync(join(packageRoot(), 'iam-actions', file), 'utf8'), columns);
  if ('problem' in lines) throw new Error(`iam-actions/${file}, line ${lines.line}: ${lines.problem}`);
  return lines.map(({ line, fields }) => {
    if (fields.length === columns.length) return fields;
    throw new Error(`iam-actions/${file}, line ${line}: a row has ${columns.length} fields`);
  });
}
