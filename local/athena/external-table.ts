import { historyPrefix } from '../../lambda/report/history-key';
import { parsedTable, writtenTable } from './parsed-rows';
import { sqlText } from './sql-text';
import { longestCutLine, nullLine, type ObjectRows } from './stored-object';
import type { LineTable, TableDefinition } from './table-definition';

/** Stands for the bucket in `"$path"`, so that views parse the same kind of path as in Athena. */
export const bucketUrl = 's3://local/';

/** Which lines of its files a part of an external table reads. */
export type Cut = Exclude<ObjectRows['cut'], 'none'>;

/** How files are read: lines cut, or rows of the history. */
export type Reading = Cut | 'history';

export const readings: readonly Reading[] = ['all', 'unquoted', 'history'];

/** What a table shows: the objects of its definition, by themselves or as the history that they become. */
export interface ShownTable {
  readonly objects: LineTable;
  readonly shown: TableDefinition;
}

/** Name of the variable that holds the files to open for a table. */
export function filesVariable({ name }: TableDefinition, reading: Reading): string {
  return `${reading}_${name}`;
}

/**
 * The table as a view over the files in its variables, and the rows that were parsed. `some` says for which there are
 * files: DuckDB's readers refuse an empty list.
 */
export function externalTable(table: ShownTable, root: string, some: readonly Reading[]): string {
  const { objects, shown } = table;
  const start = [...root].length + 2;
  const day = objects.partitioned ? [`substr("$path", ${start + objects.prefix.length + 1}, 10) AS dt`] : [];
  const reads = some.map((reading) =>
    reading === 'history'
      ? `SELECT ${selected(table, [`substr("$path", ${start + historyPrefix(objects.prefix).length + 1}, 10) AS dt`], 'object_path', 'line_base64')}
        FROM (${readHistory(shown)})`
      : `SELECT ${selected(table, day, `'${bucketUrl}' || substr("$path", ${start})`)} FROM (${readFiles(table, reading)})`,
  );
  const parsed = `SELECT ${selected(table, objects.partitioned ? ['dt'] : [], '"$path"')} FROM ${parsedTable(objects)}`;
  return `CREATE OR REPLACE TEMP VIEW ${shown.name} AS ${[...reads, parsed, ...writtenRows(table)].join(' UNION ALL ')}`;
}

/** The columns that a table shows of rows of its objects. */
function selected(
  { objects, shown }: ShownTable,
  day: readonly string[],
  path: string,
  bytes = 'NULL::VARCHAR AS line_base64',
): string {
  const columns = objects.columns.map((column) => `"${column}"`);
  if (shown === objects) return [...columns, ...day, `${path} AS "$path"`].join(', ');
  return [...columns, `${path} AS object_path`, bytes, ...day, 'NULL::VARCHAR AS "$path"'].join(', ');
}

/** The history's row of each day that says that it is written. */
function writtenRows({ objects, shown }: ShownTable): readonly string[] {
  if (shown === objects) return [];
  const columns = objects.columns.map((column) => `NULL::VARCHAR AS "${column}"`);
  return [
    `SELECT ${[...columns, `'' AS object_path`, 'NULL', 'dt', 'NULL'].join(', ')} FROM ${writtenTable(objects)}`,
  ];
}

function readHistory(shown: TableDefinition): string {
  return `SELECT * FROM read_parquet(getvariable('${filesVariable(shown, 'history')}'), filename = '$path',
    hive_partitioning = false) WHERE object_path <> ''`;
}

/** Files read as the table's SerDe does, where no line needs a parser: by position, missing trailing fields NULL. */
function readFiles({ objects, shown }: ShownTable, cut: Cut): string {
  const read = (names: readonly string[]) => readLines(filesVariable(shown, cut), objects, names);
  if (objects.format === 'text') return `SELECT * ${read(objects.columns)}`;
  const unquoted =
    cut === 'all' ? '' : ` AND NOT contains(line, '"') AND NOT contains(line, ${sqlText(objects.escape)})`;
  const fields = objects.columns.map((column, i) => `fields[${i + 1}] AS "${column}"`).join(', ');
  return `SELECT ${fields}, "$path" FROM (
    SELECT string_split(line, ',') AS fields, "$path" ${read(['line'])}${unquoted})`;
}

/** The filter lets DuckDB gather the few rows of each file into full vectors, before anything is computed. */
function readLines(variable: string, table: TableDefinition, names: readonly string[]): string {
  const columns = names.map((name) => `'${name}': 'VARCHAR'`).join(', ');
  return `FROM read_csv(getvariable('${variable}'), columns = {${columns}}, auto_detect = false,
    header = ${table.headerLines > 0}, delim = '\u0001', quote = '', escape = '', nullstr = '${nullLine}', filename = '$path',
    max_line_size = ${longestCutLine}, buffer_size = ${2 * longestCutLine}) WHERE "$path" <> ''`;
}
