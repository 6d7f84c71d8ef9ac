import type { TableDefinition } from './table-definition';

/** Stands for the bucket in `"$path"`, so that views parse the same kind of path as in Athena. */
const bucketUrl = 's3://local/';

/** Text that stands for NULL: the empty string must stay one, and nobody writes this. */
const neverWritten = '\u0002\u0003\u0002';

/** Longest line that is read, in bytes. DuckDB's own 2 MB and the buffers that go with it take twice as long for many small files. */
const longestLine = 131_072;

/** Name of the variable that holds the files to open for a table. */
export function filesVariable(table: TableDefinition): string {
  return `files_${table.name}`;
}

/**
 * The table as a view over the files in its variable, followed by a row without values for each isolated object.
 * `files` says whether there are any: `read_csv` refuses an empty list.
 */
export function externalTable(table: TableDefinition, root: string, files: boolean): string {
  const start = [...root].length + 2;
  const day = table.partitioned ? `, substr("$path", ${start + table.prefix.length + 1}, 10) AS dt` : '';
  const columns = table.columns.map((column) => `"${column}"`).join(', ');
  const read = `SELECT ${columns}${day}, '${bucketUrl}' || substr("$path", ${start}) AS "$path"
    FROM ${readFiles(table, `getvariable('${filesVariable(table)}')`)} WHERE "$path" <> ''`;
  const isolated = `SELECT ${table.columns.map((column) => `NULL::VARCHAR AS "${column}"`).join(', ')}
    ${table.partitioned ? ', dt' : ''}, '${bucketUrl}' || key AS "$path" FROM isolated_object WHERE table_name = '${table.name}'`;
  return `CREATE OR REPLACE VIEW ${table.name} AS ${files ? `${read} UNION ALL ${isolated}` : isolated}`;
}

/** `read_csv` as close to the table's SerDe as it comes: by position, all text, missing trailing fields NULL. */
export function readFiles(table: TableDefinition, files: string): string {
  const columns = table.columns.map((column) => `'${column}': 'VARCHAR'`).join(', ');
  const dialect =
    table.format === 'csv'
      ? `delim = ',', quote = '"', escape = '"', null_padding = true`
      : `delim = '\u0001', quote = '', escape = ''`;
  return `read_csv(${files}, columns = {${columns}}, auto_detect = false, header = ${table.headerLines > 0},
    ${dialect}, nullstr = '${neverWritten}', filename = '$path', max_line_size = ${longestLine}, buffer_size = ${2 * longestLine})`;
}
