import type { TableDefinition } from './table-definition';

/** Stands for the bucket in `"$path"`, so that views parse the same kind of path as in Athena. */
const bucketUrl = 's3://local/';

/** Text that stands for NULL: the empty string must stay one, and nobody writes this. */
const neverWritten = '\u0002\u0003\u0002';

/**
 * Longest line that is read, in bytes; DuckDB passes over a longer one, often without an error. Its own 2 MB, and
 * the buffers that go with it, take twice as long for many small files.
 */
export const longestLine = 131_072;

/** How a file's lines become rows: cut at commas, which is exact where there is no quote, or by a CSV reader. */
export type Reading = 'cut' | 'csv';

/** Name of the variable that holds the files to open for a table. */
export function filesVariable(table: TableDefinition, reading: Reading): string {
  return `${reading}_${table.name}`;
}

/**
 * The table as a view over the files in its variables, followed by a row without values for each isolated object.
 * `readings` says for which there are files: `read_csv` refuses an empty list.
 */
export function externalTable(table: TableDefinition, root: string, readings: readonly Reading[]): string {
  const start = [...root].length + 2;
  const day = table.partitioned ? `, substr("$path", ${start + table.prefix.length + 1}, 10) AS dt` : '';
  const columns = table.columns.map((column) => `"${column}"`).join(', ');
  const reads = readings.map(
    (reading) => `SELECT ${columns}${day}, '${bucketUrl}' || substr("$path", ${start}) AS "$path"
      FROM ${readFiles(table, `getvariable('${filesVariable(table, reading)}')`, reading)}`,
  );
  const isolated = `SELECT ${table.columns.map((column) => `NULL::VARCHAR AS "${column}"`).join(', ')}
    ${table.partitioned ? ', dt' : ''}, '${bucketUrl}' || key AS "$path" FROM isolated_object WHERE table_name = '${table.name}'`;
  return `CREATE OR REPLACE VIEW ${table.name} AS ${[...reads, isolated].join(' UNION ALL ')}`;
}

/** Files read as close to the table's SerDe as it comes: by position, all text, missing trailing fields NULL. */
export function readFiles(table: TableDefinition, files: string, reading: Reading): string {
  if (reading === 'csv') {
    const dialect = `delim = ',', quote = '"', escape = '"', null_padding = true`;
    return `(SELECT * ${readCsv(table, files, table.columns, dialect)})`;
  }
  const whole = `delim = '\u0001', quote = '', escape = ''`;
  if (table.format === 'text') return `(SELECT * ${readCsv(table, files, table.columns, whole)})`;
  const fields = table.columns.map((column, i) => `fields[${i + 1}] AS "${column}"`).join(', ');
  // A row with too many fields has none that can be trusted.
  return `(SELECT ${fields}, "$path" FROM (
    SELECT CASE WHEN len(cut) <= ${table.columns.length} THEN cut END AS fields, "$path" FROM (
      SELECT string_split(line, ',') AS cut, "$path" ${readCsv(table, files, ['line'], whole)})))`;
}

/** The filter lets DuckDB gather the few rows of each file into full vectors, before anything is computed. */
function readCsv(table: TableDefinition, files: string, names: readonly string[], dialect: string): string {
  const columns = names.map((name) => `'${name}': 'VARCHAR'`).join(', ');
  return `FROM read_csv(${files}, columns = {${columns}}, auto_detect = false, header = ${table.headerLines > 0}, ${dialect},
    nullstr = '${neverWritten}', filename = '$path', max_line_size = ${longestLine}, buffer_size = ${2 * longestLine})
    WHERE "$path" <> ''`;
}
