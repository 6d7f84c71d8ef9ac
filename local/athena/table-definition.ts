import { tableFiles } from '../../athena-ddl/sql-files';
import { historyPrefix } from '../../lambda/report/history-key';

/** What an Athena table's DDL says about its objects. */
export interface TableDefinition {
  readonly name: string;
  /** Data columns in their order, without the partition column. */
  readonly columns: readonly string[];
  /** Where its objects lie, below the bucket. */
  readonly prefix: string;
  /** Whether its objects lie in folders by day (`dt`). */
  readonly partitioned: boolean;
  readonly format: 'csv' | 'text' | 'parquet';
  /** Escape character of a table in CSV. */
  readonly escape: string;
  readonly headerLines: number;
}

/** A table over objects that are lines. */
export interface LineTable extends TableDefinition {
  readonly format: 'csv' | 'text';
}

export function isLineTable(table: TableDefinition): table is LineTable {
  return table.format !== 'parquet';
}

let definitions: readonly TableDefinition[] | undefined;

/** The tables of `athena-ddl/tables`, as their DDL defines them. */
export function tableDefinitions(): readonly TableDefinition[] {
  definitions ??= tableFiles().map(({ path, text }) => parseTable(text, path));
  return definitions;
}

/** @throws Error when the statement is not of the form that the files of `athena-ddl/tables` have */
export function parseTable(ddl: string, path: string): TableDefinition {
  const read = (pattern: RegExp): string => {
    const found = pattern.exec(ddl)?.[1];
    if (found === undefined) throw new Error(`${path} has nothing like ${pattern.source}`);
    return found;
  };
  return {
    name: read(/^CREATE EXTERNAL TABLE (\w+) \(/),
    columns: read(/\(\n([^)]*)\n\)/)
      .split(',')
      .map((line) =>
        line
          .trim()
          .replace(/ string$/, '')
          .replaceAll('`', ''),
      ),
    prefix: read(/^LOCATION 's3:\/\/\$\{bucket\}\/([^']+)\/'$/m),
    partitioned: /^PARTITIONED BY \(dt string\)$/m.test(ddl),
    format: formatOf(ddl),
    escape: literalText(/'escapeChar' = '([^']*)'/.exec(ddl)?.[1] ?? ''),
    headerLines: Number(/'skip\.header\.line\.count' = '(\d+)'/.exec(ddl)?.[1] ?? 0),
  };
}

function formatOf(ddl: string): TableDefinition['format'] {
  if (/^STORED AS PARQUET$/m.test(ddl)) return 'parquet';
  return ddl.includes('OpenCSVSerde') ? 'csv' : 'text';
}

/** The table over the history of a table's objects, where there is one. */
export function historyTableOf(
  { prefix }: TableDefinition,
  tables: readonly TableDefinition[],
): TableDefinition | undefined {
  return tables.find((table) => table.prefix === historyPrefix(prefix));
}

/** What Hive reads in a literal's two ways to write a character that has no place in text. */
function literalText(literal: string): string {
  return literal.replaceAll(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_whole, code?: string, character?: string) =>
    code === undefined ? (character ?? '') : String.fromCharCode(parseInt(code, 16)),
  );
}
