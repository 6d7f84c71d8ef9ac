import type { DuckDBConnection } from '@duckdb/node-api';
import type { DataFolder } from './data-folder';
import { bucketUrl, externalTable, filesVariable, type Cut } from './external-table';
import { appendRows, createParsedTable, type ParsedObject } from './parsed-rows';
import type { PartitionPlan } from './partition-plan';
import { hasUnreadableRow } from './report-rows';
import { readObject } from './stored-object';
import type { TableDefinition } from './table-definition';

/** The lines of a raw text table that could not be read, as the views tell. */
const unreadableLines: Readonly<Record<string, string>> = {
  collection_run_line: 'z_collection_run_row WHERE NOT is_readable',
  account_line: 'z_account_row WHERE NOT is_readable AND later = 0',
};

/** Keys of objects by how DuckDB reads them. */
type Keys = Readonly<Record<Cut, readonly string[]>>;

/** The tables over the folder's objects: which are open, and what of them could not be read. */
export class ExternalTables {
  private readonly noted = new Set<string>();
  private readonly open = new Map<TableDefinition, Keys>();
  private readonly listed = new Map<string, Keys>();
  private readonly left = new Set<string>();
  private readonly checked = new Set<string>();

  private constructor(
    private readonly connection: DuckDBConnection,
    private readonly folder: DataFolder,
    private readonly tables: readonly TableDefinition[],
    private readonly days: readonly string[],
  ) {}

  static async create(
    connection: DuckDBConnection,
    folder: DataFolder,
    tables: readonly TableDefinition[],
    days: readonly string[],
  ): Promise<ExternalTables> {
    const external = new ExternalTables(connection, folder, tables, days);
    for (const table of tables) {
      await createParsedTable(connection, table);
      await external.openFiles(table, { all: [], unquoted: [] });
    }
    return external;
  }

  /** Objects that could not be read, or not wholly, each once. */
  get warnings(): readonly string[] {
    return [...this.noted];
  }

  /** Opens the days that the plan leaves of each table, all days without a plan. */
  async use(plan: PartitionPlan | undefined): Promise<void> {
    for (const table of this.tables) {
      const days = plan === undefined ? new Set(this.days) : plan.get(table.name)?.days;
      if (days === undefined) continue;
      const folders = table.partitioned
        ? this.days.filter((day) => days.has(day)).map((day) => `${table.prefix}/${day}`)
        : [table.prefix];
      const parts: Keys[] = [];
      for (const folder of folders) parts.push(await this.list(table, folder));
      const keys = {
        all: parts.flatMap(({ all }) => all),
        unquoted: parts.flatMap(({ unquoted }) => unquoted),
      };
      await this.openFiles(table, keys);
    }
  }

  /** Warns once of each object of the plan's days with a line that is no run record or account. */
  async checkLines(plan: PartitionPlan | undefined): Promise<void> {
    for (const table of this.tables) {
      const unreadable = unreadableLines[table.name];
      const folders = [...this.listed.keys()].filter(
        (folder) => folder.startsWith(`${table.prefix}/`) && !this.checked.has(folder),
      );
      if (unreadable === undefined || folders.length === 0 || !plan?.has(table.name)) continue;
      for (const folder of folders) this.checked.add(folder);
      const result = await this.connection.runAndReadAll(
        `SELECT object_path, count(*) FROM ${unreadable} GROUP BY object_path ORDER BY object_path`,
      );
      for (const [path, lines] of result.getRows()) {
        const key = String(path).slice(bucketUrl.length);
        const count = lines === 1n ? '1 line' : `${String(lines)} lines`;
        if (!this.left.has(key)) this.noted.add(`${key}: ${count} unreadable`);
      }
    }
  }

  /** Looks at the objects of a folder, once. */
  private async list(table: TableDefinition, folder: string): Promise<Keys> {
    const known = this.listed.get(folder);
    if (known !== undefined) return known;
    const keys: Record<Cut, string[]> = { all: [], unquoted: [] };
    const parsed: ParsedObject[] = [];
    for (const key of this.folder.objects(folder)) {
      const { cut, rows, flaw } = readObject(this.folder.pathOf(key), key, table);
      if (cut !== 'none') keys[cut].push(key);
      if (flaw !== undefined) this.left.add(key);
      if (flaw !== undefined) this.noted.add(`${key}: left out, ${flaw}`);
      else if (hasUnreadableRow(table, key, rows)) this.noted.add(`${key}: not every row can be read`);
      const day = table.partitioned ? [folder.slice(table.prefix.length + 1)] : [];
      parsed.push({ rows, ends: [...day, bucketUrl + key] });
    }
    await appendRows(this.connection, table, parsed);
    this.listed.set(folder, keys);
    return keys;
  }

  private async openFiles(table: TableDefinition, keys: Keys): Promise<void> {
    const before = this.open.get(table);
    const cuts: Cut[] = ['all', 'unquoted'];
    if (before !== undefined && cuts.every((cut) => isSame(before[cut], keys[cut]))) return;
    const some = cuts.filter((cut) => keys[cut].length > 0);
    for (const cut of some) await this.setFiles(filesVariable(table, cut), keys[cut]);
    await this.connection.run(externalTable(table, this.folder.root, some));
    this.open.set(table, keys);
  }

  /** As a parameter: a year of an organization is megabytes of paths, which DuckDB's parser takes a second for. */
  private async setFiles(variable: string, keys: readonly string[]): Promise<void> {
    // DuckDB takes wildcards everywhere; our names have none, the folder above them may.
    const root = this.folder.root.replaceAll(/[*?[]/g, '[$&]');
    const paths = JSON.stringify(keys.map((key) => `${root}/${key}`));
    await this.connection.run(`SET VARIABLE ${variable} = from_json($1, '["VARCHAR"]')`, [paths]);
  }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((key, i) => key === others[i]);
}
