import type { DuckDBConnection } from '@duckdb/node-api';
import type { DataFolder } from './data-folder';
import {
  bucketUrl,
  externalTable,
  filesVariable,
  readings,
  type Reading,
  type ShownTable,
} from './external-table';
import { historyFile } from './history-file';
import { appendRows, createTextTable, parsedTable, type ParsedObject } from './parsed-rows';
import { setPaths } from './sql-text';
import type { StoredDays } from './stored-days';
import { readObject } from './stored-object';
import { historyTableOf, isLineTable, type LineTable, type TableDefinition } from './table-definition';
import { WrittenDays } from './written-days';

/** Keys of files by how DuckDB reads them. */
type Keys = Readonly<Record<Reading, readonly string[]>>;

/** What of a day could not be read. */
export interface Flaws {
  /** Each names an object, or a file of the history. */
  readonly warnings: readonly string[];
  /** Keys of objects of which nothing could be read. */
  readonly left: readonly string[];
  /** Whether the day's rows are all that was handed in, as far as the folder knows. */
  readonly isWritten: boolean;
}

interface ListedDay {
  readonly keys: Keys;
  readonly flaws: Flaws;
}

const noKeys: Keys = { all: [], unquoted: [], history: [] };

/** The tables over the folder's objects and their history, and which of their days are open. */
export class ExternalTables {
  readonly written: WrittenDays;
  private readonly opened = new Map<TableDefinition, Keys>();
  private readonly listed = new Map<string, ListedDay>();

  private constructor(
    private readonly connection: DuckDBConnection,
    private readonly folder: DataFolder,
    private readonly tables: readonly TableDefinition[],
    private readonly stored: StoredDays,
  ) {
    this.written = new WrittenDays(connection);
  }

  static async create(
    connection: DuckDBConnection,
    folder: DataFolder,
    tables: readonly TableDefinition[],
    stored: StoredDays,
  ): Promise<ExternalTables> {
    const external = new ExternalTables(connection, folder, tables, stored);
    for (const objects of tables.filter(isLineTable)) {
      await createTextTable(connection, parsedTable(objects), objects, 'TEMP TABLE');
      await external.openFiles({ objects, shown: objects }, noKeys);
      const shown = external.historyOf(objects);
      if (shown === undefined) continue;
      await external.written.create(objects);
      await external.openFiles({ objects, shown }, noKeys);
    }
    return external;
  }

  historyOf(objects: TableDefinition): TableDefinition | undefined {
    return historyTableOf(objects, this.tables);
  }

  /**
   * Opens days (`yyyy/MM/dd`) of a table, or of the history of its objects, and closes the others; a table without days is always
   * open. @returns flaws by day
   */
  async open(table: ShownTable, dts: readonly string[]): Promise<ReadonlyMap<string, Flaws>> {
    const { objects } = table;
    const found = new Map<string, ListedDay>();
    for (const day of objects.partitioned ? dts : ['']) found.set(day, await this.list(objects, day));
    const listed = [...found.values()];
    const keysOf = (reading: Reading) => listed.flatMap(({ keys }) => keys[reading]);
    await this.openFiles(table, {
      all: keysOf('all'),
      unquoted: keysOf('unquoted'),
      history: keysOf('history'),
    });
    const flaws = [...found].map(([day, { flaws }]) => [day, flaws] as const);
    const written = flaws.filter(([, { isWritten }]) => isWritten);
    if (this.historyOf(objects) !== undefined)
      await this.written.add(
        objects,
        written.map(([day]) => day),
      );
    return new Map(flaws);
  }

  /** Looks at a day, once. */
  private async list(table: LineTable, day: string): Promise<ListedDay> {
    const known = this.listed.get(`${table.prefix}/${day}`);
    if (known !== undefined) return known;
    const found = await this.look(table, day);
    this.listed.set(`${table.prefix}/${day}`, found);
    return found;
  }

  private async look(table: LineTable, day: string): Promise<ListedDay> {
    const shown = this.historyOf(table);
    if (shown === undefined)
      return this.readObjects(
        table,
        day,
        this.folder.objects(day === '' ? table.prefix : `${table.prefix}/${day}`),
      );
    const { objects, history, isWhole } = this.stored.of(table, day);
    if (objects.length > 0) return this.readObjects(table, day, objects);
    if (history.length === 0) return { keys: noKeys, flaws: { warnings: [], left: [], isWritten: isWhole } };
    const file = historyFile(this.folder, table, shown.columns, day);
    if ('flaw' in file)
      return {
        keys: noKeys,
        flaws: { warnings: [`${file.key}: left out, ${file.flaw}`], left: [], isWritten: false },
      };
    return {
      keys: { ...noKeys, history: [file.key] },
      flaws: { warnings: file.unread, left: file.unreadKeys, isWritten: true },
    };
  }

  private async readObjects(table: LineTable, day: string, objects: readonly string[]): Promise<ListedDay> {
    const keys: Record<Reading, string[]> = { all: [], unquoted: [], history: [] };
    const parsed: ParsedObject[] = [];
    const warnings: string[] = [];
    const left: string[] = [];
    for (const key of objects) {
      const { cut, rows, flaw } = readObject(this.folder.pathOf(key), key, table);
      if (cut !== 'none') keys[cut].push(key);
      if (flaw !== undefined) left.push(key);
      if (flaw !== undefined) warnings.push(`${key}: left out, ${flaw}`);
      parsed.push({ rows, ends: [...(table.partitioned ? [day] : []), bucketUrl + key] });
    }
    await appendRows(this.connection, table, parsed);
    return { keys, flaws: { warnings, left, isWritten: true } };
  }

  private async openFiles(table: ShownTable, keys: Keys): Promise<void> {
    const before = this.opened.get(table.shown);
    if (before !== undefined && readings.every((reading) => isSame(before[reading], keys[reading]))) return;
    const some = readings.filter((reading) => keys[reading].length > 0);
    for (const reading of some) await this.setFiles(filesVariable(table.shown, reading), keys[reading]);
    await this.connection.run(externalTable(table, this.folder.root, some));
    this.opened.set(table.shown, keys);
  }

  private async setFiles(variable: string, keys: readonly string[]): Promise<void> {
    // DuckDB takes wildcards everywhere; our names have none, the folder above them may, and so may a list's own name.
    await setPaths(
      this.connection,
      variable,
      keys.map((key) => this.folder.pathOf(key).replaceAll('\\', '/').replaceAll(/[*?[]/g, '[$&]')),
    );
  }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((key, i) => key === others[i]);
}
