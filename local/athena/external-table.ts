import { parsedTable } from './parsed-rows';
import { sqlText } from './sql-text';
import { longestCutLine, nullLine, type ObjectRows } from './stored-object';
import type { TableDefinition } from './table-definition';

/** Stands for the bucket in `"$path"`, so that views parse the same kind of path as in Athena. */
export const bucketUrl = 's3://local/';

/** Which lines of its files a part of an external table reads. */
export type Cut = Exclude<ObjectRows['cut'], 'none'>;

/** Name of the variable that holds the files to open for a table. */
export function filesVariable(table: TableDefinition, cut: Cut): string {
  return `${cut}_${table.name}`;
}

/**
 * The table as a view over the files in its variables, and the rows that were parsed. `cuts` says for which there are
 * files: `read_csv` refuses an empty list.
 */
export function externalTable(table: TableDefinition, root: string, cuts: readonly Cut[]): string {
  const start = [...root].length + 2;
  const day = table.partitioned ? `, substr("$path", ${start + table.prefix.length + 1}, 10) AS dt` : '';
  const columns = table.columns.map((column) => `"${column}"`).join(', ');
  const reads = cuts.map(
    (cut) => `SELECT ${columns}${day}, '${bucketUrl}' || substr("$path", ${start}) AS "$path"
      FROM (${readFiles(table, cut)})`,
  );
  return `CREATE OR REPLACE VIEW ${table.name} AS ${[...reads, `FROM ${parsedTable(table)}`].join(' UNION ALL ')}`;
}

/** Files read as the table's SerDe does, where no line needs a parser: by position, missing trailing fields NULL. */
function readFiles(table: TableDefinition, cut: Cut): string {
  if (table.format === 'text') return `SELECT * ${readLines(table, cut, table.columns)}`;
  const unquoted =
    cut === 'all' ? '' : ` AND NOT contains(line, '"') AND NOT contains(line, ${sqlText(table.escape)})`;
  const fields = table.columns.map((column, i) => `fields[${i + 1}] AS "${column}"`).join(', ');
  return `SELECT ${fields}, "$path" FROM (
    SELECT string_split(line, ',') AS fields, "$path" ${readLines(table, cut, ['line'])}${unquoted})`;
}

/** The filter lets DuckDB gather the few rows of each file into full vectors, before anything is computed. */
function readLines(table: TableDefinition, cut: Cut, names: readonly string[]): string {
  const columns = names.map((name) => `'${name}': 'VARCHAR'`).join(', ');
  return `FROM read_csv(getvariable('${filesVariable(table, cut)}'), columns = {${columns}}, auto_detect = false,
    header = ${table.headerLines > 0}, delim = '\u0001', quote = '', escape = '', nullstr = '${nullLine}', filename = '$path',
    max_line_size = ${longestCutLine}, buffer_size = ${2 * longestCutLine}) WHERE "$path" <> ''`;
}
