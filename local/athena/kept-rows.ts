import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { prefixes } from '../../lambda/report/object-key';
import type { DataFolder } from './data-folder';
import { dayKey, makerKey, type DayKey } from './day-key';
import { bucketUrl } from './external-table';
import type { ExternalTables, Flaws } from './external-tables';
import type { KeptStore } from './kept-store';
import { queryOf } from './row-views';
import { setPaths, sqlText } from './sql-text';
import type { TableDefinition } from './table-definition';

/** Days whose rows are made in one statement: DuckDB keeps a file of each open. */
const daysAtOnce = 60;

interface Day extends DayKey {
  /** `yyyy/MM/dd`. */
  readonly dt: string;
  /** Under which its rows are kept. */
  readonly name: string;
}

/** Puts files of rows in the place of a view that types the lines of a table, so that no two questions type them. */
export class KeptRows {
  private files: readonly string[] = [];
  private readonly query: string;
  private readonly maker: string;

  constructor(
    private readonly connection: DuckDBConnection,
    private readonly folder: DataFolder,
    private readonly tables: ExternalTables,
    private readonly store: KeptStore,
    private readonly table: TableDefinition,
    private readonly view: string,
  ) {
    this.query = queryOf(view);
    this.maker = makerKey(this.query);
  }

  /**
   * Shows the rows of days (`yyyy/MM/dd`), those that are not there yet made first.
   * @returns warnings of their objects
   * @throws Error when files cannot be written
   */
  async use(dts: readonly string[], now: Date): Promise<readonly string[]> {
    const days = dts
      .map((dt) => ({
        dt,
        name: `${this.table.name}-${dt.replaceAll('/', '-')}`,
        ...dayKey(this.maker, this.folder, `${this.table.prefix}/${dt}`, now.getTime()),
      }))
      .filter(({ isEmpty }) => !isEmpty);
    const missing = days.filter(({ name, key }) => this.store.find(name, key) === undefined);
    for (let at = 0; at < missing.length; at += daysAtOnce)
      await this.make(missing.slice(at, at + daysAtOnce));
    const kept = days.flatMap(({ name, key }) => this.store.find(name, key) ?? []);
    await this.show(kept.flatMap(({ file }) => file ?? []));
    return kept.flatMap(({ warnings }) => warnings);
  }

  /** Whether no other run has thrown away what this one shows. */
  isWhole(): boolean {
    return this.files.every((file) => existsSync(file));
  }

  /** Puts the view back in its place. */
  async giveUp(): Promise<void> {
    this.files = [];
    await this.connection.run(`CREATE OR REPLACE VIEW ${this.view} AS ${this.query}`);
  }

  /** With one thread: two of them over many small files take ten times as long. */
  private async make(days: readonly Day[]): Promise<void> {
    const flaws = await this.tables.open(
      this.table,
      days.map(({ dt }) => dt),
    );
    const draft = this.store.draft();
    try {
      await this.connection.run('SET threads = 1');
      await this.connection.run(
        `COPY (SELECT *, replace(dt, '/', '-') AS day FROM (${this.query}) WHERE dt IN (${days.map(({ dt }) => sqlText(dt)).join()}))
         TO ${sqlText(draft)} (FORMAT parquet, PARTITION_BY (day), OVERWRITE)`,
      );
      for (const day of days) await this.keep(draft, day, flaws.get(day.dt));
    } finally {
      await this.connection.run('RESET threads');
      rmSync(draft, { recursive: true, force: true });
    }
  }

  private async keep(
    draft: string,
    { dt, name, key, isSettled }: Day,
    flaws: Flaws | undefined,
  ): Promise<void> {
    const folder = join(draft, `day=${dt.replaceAll('/', '-')}`);
    const [file, ...more] = existsSync(folder) ? readdirSync(folder) : [];
    if (more.length > 0) throw new Error(`${more.length + 1} files of rows of ${dt}, expected one`);
    const warnings = [...(flaws?.warnings ?? [])];
    if (file === undefined) return this.store.keep(name, key, { warnings }, isSettled);
    const rows = join(folder, file);
    warnings.push(...(await this.unreadableLines(rows, flaws?.left ?? [])));
    this.store.keep(name, key, { file: rows, warnings }, isSettled);
  }

  /** Lines that are no run record or account, by object; a report's rows are judged where they are read. */
  private async unreadableLines(rows: string, left: readonly string[]): Promise<readonly string[]> {
    if (this.table.prefix === prefixes.reports) return [];
    const result = await this.connection.runAndReadAll(
      `SELECT object_path, count(*) FROM read_parquet(${sqlText(rows)}) WHERE NOT is_readable GROUP BY object_path ORDER BY object_path`,
    );
    return result.getRows().flatMap(([path, lines]) => {
      const key = String(path).slice(bucketUrl.length);
      return left.includes(key)
        ? []
        : `${key}: ${lines === 1n ? '1 line' : `${String(lines)} lines`} unreadable`;
    });
  }

  /** `read_parquet` refuses no file at all: the view then reads its table, which is closed. */
  private async show(files: readonly string[]): Promise<void> {
    if (files.length === 0) {
      await this.tables.open(this.table, []);
      return this.giveUp();
    }
    const variable = `rows_${this.table.name}`;
    await setPaths(this.connection, variable, files);
    if (this.files.length === 0)
      await this.connection.run(
        `CREATE OR REPLACE VIEW ${this.view} AS SELECT * FROM read_parquet(getvariable('${variable}'), hive_partitioning = false)`,
      );
    this.files = files;
  }
}
