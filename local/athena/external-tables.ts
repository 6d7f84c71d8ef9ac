import type { DuckDBConnection } from '@duckdb/node-api';
import type { DataFolder } from './data-folder';
import { externalTable, filesVariable, readFiles, type Reading } from './external-table';
import { findUnreadable, type Unreadable } from './isolation';
import type { PartitionPlan } from './partition-plan';
import type { TableDefinition } from './table-definition';

/** Views that tell whether a line of a raw text table could be read. */
export const lineViews = ['z_collection_run_row', 'z_account_row'];

/** The tables over the folder's objects: which are open, and which were found unreadable. */
export class ExternalTables {
  readonly warnings: string[] = [];
  private readonly open = new Map<TableDefinition, readonly string[]>();
  private readonly listed = new Map<string, readonly string[]>();
  private readonly isolated = new Set<string>();
  private readonly quoted = new Set<string>();
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
    await connection.run('CREATE TABLE isolated_object (table_name VARCHAR, dt VARCHAR, key VARCHAR)');
    const external = new ExternalTables(connection, folder, tables, days);
    for (const table of tables) await external.openFiles(table, []);
    return external;
  }

  /** Opens the days that the plan leaves of each table, all days without a plan. */
  async use(plan: PartitionPlan | undefined): Promise<void> {
    for (const table of this.tables) {
      const days = plan === undefined ? new Set(this.days) : plan.get(table.name)?.days;
      if (days === undefined) continue;
      const folders = table.partitioned
        ? this.days.filter((day) => days.has(day)).map((day) => `${table.prefix}/${day}`)
        : [table.prefix];
      const keys: string[] = [];
      for (const folder of folders) keys.push(...(await this.list(table, folder)));
      await this.openFiles(
        table,
        keys.filter((key) => !this.isolated.has(key)),
      );
    }
  }

  /** After a failure: isolates what cannot be read among the open objects; false when everything can. */
  async isolate(message: string): Promise<boolean> {
    if (!/^(Invalid Input|Parameter Not Allowed|IO) Error/.test(message)) return false;
    let found = false;
    for (const [table, keys] of this.open) {
      // Objects of one account side by side: whoever writes one bad object may write one every day.
      const byName = [...keys].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
      const unreadable: Unreadable[] = [];
      for (const [reading, some] of this.byReading(table, byName)) {
        unreadable.push(...(await findUnreadable(some, (part) => this.readAll(table, part, reading))));
      }
      for (const { key, reason } of unreadable) await this.setAside(table, key, reason);
      if (unreadable.length > 0) {
        found = true;
        await this.openFiles(
          table,
          keys.filter((key) => !this.isolated.has(key)),
        );
      }
    }
    return found;
  }

  /** Warns once of each object of the plan's days with a line that is no run record or account. */
  async checkLines(plan: PartitionPlan | undefined): Promise<void> {
    for (const table of this.tables.filter(({ name, format }) => format === 'text' && plan?.has(name))) {
      const fresh = (this.open.get(table) ?? []).filter((key) => !this.checked.has(key));
      if (fresh.length === 0) continue;
      for (const key of fresh) this.checked.add(key);
      for (const view of lineViews.filter((name) =>
        table.name.startsWith(name.replace(/^z_(.*)_row$/, '$1')),
      )) {
        const result = await this.connection.runAndReadAll(
          `SELECT object_path, count(*) FROM ${view} WHERE NOT is_readable GROUP BY object_path ORDER BY object_path`,
        );
        for (const [path, lines] of result.getRows()) {
          const key = String(path).replace(/^s3:\/\/[^/]+\//, '');
          if (!this.isolated.has(key))
            this.warn(`${key}: ${lines === 1n ? '1 line' : `${String(lines)} lines`} unreadable`);
        }
      }
    }
  }

  private async list(table: TableDefinition, folder: string): Promise<readonly string[]> {
    const known = this.listed.get(folder);
    if (known !== undefined) return known;
    const keys: string[] = [];
    for (const { key, quoted, flaw } of this.folder.objects(folder)) {
      if (quoted) this.quoted.add(key);
      if (flaw === undefined) keys.push(key);
      else await this.setAside(table, key, flaw);
    }
    this.listed.set(folder, keys);
    return keys;
  }

  private async setAside(table: TableDefinition, key: string, reason: string): Promise<void> {
    this.isolated.add(key);
    const day = key.slice(table.prefix.length + 1, table.prefix.length + 11);
    await this.connection.run('INSERT INTO isolated_object VALUES ($1, $2, $3)', [table.name, day, key]);
    this.warn(`${key}: left out, ${reason}`);
  }

  private async openFiles(table: TableDefinition, keys: readonly string[]): Promise<void> {
    const before = this.open.get(table);
    if (before !== undefined && before.length === keys.length && before.every((key, i) => key === keys[i]))
      return;
    const groups = this.byReading(table, keys);
    for (const [reading, some] of groups) await this.setFiles(filesVariable(table, reading), some);
    await this.connection.run(externalTable(table, this.folder.root, [...groups.keys()]));
    this.open.set(table, keys);
  }

  private byReading(
    table: TableDefinition,
    keys: readonly string[],
  ): ReadonlyMap<Reading, readonly string[]> {
    const groups = new Map<Reading, string[]>();
    for (const key of keys) {
      const reading = table.format === 'csv' && this.quoted.has(key) ? 'csv' : 'cut';
      const group = groups.get(reading) ?? [];
      group.push(key);
      groups.set(reading, group);
    }
    return groups;
  }

  private async readAll(table: TableDefinition, keys: readonly string[], reading: Reading): Promise<void> {
    await this.setFiles('files_to_try', keys);
    const files = readFiles(table, `getvariable('files_to_try')`, reading);
    await this.connection.run(`SELECT max(hash(t)) FROM ${files} AS t`);
  }

  /** As a parameter: a year of an organization is megabytes of paths, which DuckDB's parser takes a second for. */
  private async setFiles(variable: string, keys: readonly string[]): Promise<void> {
    // DuckDB takes wildcards everywhere; our names have none, the folder above them may.
    const root = this.folder.root.replaceAll(/[*?[]/g, '[$&]');
    const paths = JSON.stringify(keys.map((key) => `${root}/${key}`));
    await this.connection.run(`SET VARIABLE ${variable} = from_json($1, '["VARCHAR"]')`, [paths]);
  }

  private warn(text: string): void {
    if (!this.warnings.includes(text)) this.warnings.push(text);
  }
}

function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}
