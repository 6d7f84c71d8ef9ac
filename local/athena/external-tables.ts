import type { DuckDBConnection } from '@duckdb/node-api';
import type { DataFolder } from './data-folder';
import { bucketUrl, externalTable, filesVariable, type Cut } from './external-table';
import { appendRows, createTextTable, parsedTable, type ParsedObject } from './parsed-rows';
import { hasUnreadableRow } from './report-rows';
import { setPaths } from './sql-text';
import { readObject } from './stored-object';
import type { TableDefinition } from './table-definition';

/** Keys of objects by how DuckDB reads them. */
type Keys = Readonly<Record<Cut, readonly string[]>>;

/** What of a day's objects could not be read. */
export interface Flaws {
  /** Each names an object. */
  readonly warnings: readonly string[];
  /** Keys of objects of which nothing could be read. */
  readonly left: readonly string[];
}

interface ListedFolder {
  readonly keys: Keys;
  readonly flaws: Flaws;
}

/** The tables over the folder's objects, and which of their days are open. */
export class ExternalTables {
  private readonly opened = new Map<TableDefinition, Keys>();
  private readonly listed = new Map<string, ListedFolder>();

  private constructor(
    private readonly connection: DuckDBConnection,
    private readonly folder: DataFolder,
  ) {}

  static async create(
    connection: DuckDBConnection,
    folder: DataFolder,
    tables: readonly TableDefinition[],
  ): Promise<ExternalTables> {
    const external = new ExternalTables(connection, folder);
    for (const table of tables) {
      await createTextTable(connection, parsedTable(table), table);
      await external.openFiles(table, { all: [], unquoted: [] });
    }
    return external;
  }

  /** Opens days of a table (`yyyy/MM/dd`) and closes the others; a table without days is always open. @returns flaws by day */
  async open(table: TableDefinition, dts: readonly string[]): Promise<ReadonlyMap<string, Flaws>> {
    const days = table.partitioned ? dts : [''];
    const found = new Map<string, ListedFolder>();
    for (const day of days)
      found.set(day, await this.list(table, day === '' ? table.prefix : `${table.prefix}/${day}`));
    const folders = [...found.values()];
    await this.openFiles(table, {
      all: folders.flatMap(({ keys }) => keys.all),
      unquoted: folders.flatMap(({ keys }) => keys.unquoted),
    });
    return new Map([...found].map(([day, { flaws }]) => [day, flaws]));
  }

  /** Looks at the objects of a folder, once. */
  private async list(table: TableDefinition, folder: string): Promise<ListedFolder> {
    const known = this.listed.get(folder);
    if (known !== undefined) return known;
    const keys: Record<Cut, string[]> = { all: [], unquoted: [] };
    const parsed: ParsedObject[] = [];
    const warnings: string[] = [];
    const left: string[] = [];
    for (const key of this.folder.objects(folder)) {
      const { cut, rows, flaw } = readObject(this.folder.pathOf(key), key, table);
      if (cut !== 'none') keys[cut].push(key);
      if (flaw !== undefined) left.push(key);
      if (flaw !== undefined) warnings.push(`${key}: left out, ${flaw}`);
      else if (hasUnreadableRow(table, key, rows)) warnings.push(`${key}: not every row can be read`);
      const day = table.partitioned ? [folder.slice(table.prefix.length + 1)] : [];
      parsed.push({ rows, ends: [...day, bucketUrl + key] });
    }
    await appendRows(this.connection, table, parsed);
    const found = { keys, flaws: { warnings, left } };
    this.listed.set(folder, found);
    return found;
  }

  private async openFiles(table: TableDefinition, keys: Keys): Promise<void> {
    const before = this.opened.get(table);
    const cuts: Cut[] = ['all', 'unquoted'];
    if (before !== undefined && cuts.every((cut) => isSame(before[cut], keys[cut]))) return;
    const some = cuts.filter((cut) => keys[cut].length > 0);
    for (const cut of some) await this.setFiles(filesVariable(table, cut), keys[cut]);
    await this.connection.run(externalTable(table, this.folder.root, some));
    this.opened.set(table, keys);
  }

  private async setFiles(variable: string, keys: readonly string[]): Promise<void> {
    // DuckDB takes wildcards everywhere; our names have none, the folder above them may.
    const root = this.folder.root.replaceAll(/[*?[]/g, '[$&]');
    await setPaths(
      this.connection,
      variable,
      keys.map((key) => `${root}/${key}`),
    );
  }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((key, i) => key === others[i]);
}
