import { existsSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import { prefixes } from '../../lambda/report/object-key';
import { sha256Of } from '../../lambda/report/sha256';
import { makerKey, type DayKey, type DayKeys } from './day-key';
import type { ExternalTables, Flaws } from './external-tables';
import type { KeptDay, KeptStore } from './kept-store';
import { makeDays } from './make-days';
import { emptyTable, queryOf } from './row-views';
import { setPaths, sqlText } from './sql-text';
import type { LineTable } from './table-definition';
import { writeDays } from './write-days';
import { writtenRows } from './written-rows';

/** Days (`yyyy/MM/dd`) by the table that a view reads them from. */
export interface DaysOfTables {
  readonly objects: readonly string[];
  readonly history: readonly string[];
}

interface Day extends DayKey {
  /** `yyyy/MM/dd`. */
  readonly dt: string;
  /** Under which its rows are kept. */
  readonly name: string;
}

interface UnreadableLines {
  /** Of the object that has them. */
  readonly key: string;
  readonly lines: number;
}

/** Where the rows of a table's days come from. */
export interface RowSources {
  readonly keys: DayKeys;
  readonly tables: ExternalTables;
}

/** Puts files of rows in the place of a view that types the lines of a table, so that no two questions type them. */
export class KeptRows {
  private files: readonly string[] = [];
  /** What its rows are read from, where it is not the view's own query. */
  private shown: string | undefined;
  private readonly query: string;
  private readonly maker: string;

  /** @param other makes rows of the same table beside this one */
  constructor(
    private readonly connection: DuckDBConnection,
    private readonly sources: RowSources,
    private readonly store: KeptStore,
    private readonly table: LineTable,
    private readonly view: string,
    private readonly other: (() => Promise<KeptRows>) | undefined,
  ) {
    this.query = queryOf(view);
    this.maker = makerKey(this.query);
  }

  /**
   * Shows the rows of days, those that are not there yet made first.
   * @returns warnings of what they come from
   * @throws Error when files cannot be written
   */
  async use(asked: DaysOfTables): Promise<readonly string[]> {
    const days = [...new Set([...asked.history, ...asked.objects])].map((dt) => this.dayOf(dt));
    const filled = days.filter(({ isEmpty }) => !isEmpty);
    const missing = filled.filter(({ name, key }) => this.store.find(name, key) === undefined);
    await makeDays(this.connection, missing, { own: this, other: this.other }, (maker, part) =>
      maker.make(part, asked),
    );
    const kept = filled.flatMap(({ dt, name, key }) => {
      const found = this.store.find(name, key);
      return found === undefined ? [] : [{ dt, ...found }];
    });
    const written = [
      ...days.filter(({ isEmpty, isWhole }) => isEmpty && isWhole),
      ...kept.filter(({ isWritten }) => isWritten),
    ];
    if (this.sources.tables.historyOf(this.table) !== undefined) {
      await this.sources.tables.written.add(
        this.table,
        written.map(({ dt }) => dt),
      );
    }
    await this.show(kept.flatMap(({ file }) => file ?? []));
    return kept.flatMap(({ warnings }) => warnings);
  }

  private dayOf(dt: string): Day {
    const day = this.sources.keys.of(this.table, dt);
    const name = `${this.table.name}-${dt.replaceAll('/', '-')}`;
    return { ...day, dt, name, key: sha256Of(`${this.maker} ${day.key}`).slice(0, 32) };
  }

  /** Whether no other run has thrown away what this one shows. */
  isWhole(): boolean {
    return this.files.every((file) => existsSync(file));
  }

  /** Puts the view back in its place. */
  async giveUp(): Promise<void> {
    this.files = [];
    this.shown = undefined;
    await this.connection.run(`CREATE OR REPLACE TEMP VIEW ${this.view} AS ${this.query}`);
  }

  private async make(days: readonly Day[], asked: DaysOfTables): Promise<void> {
    const dts = days.map(({ dt }) => dt);
    const flaws = await this.openBoth({
      objects: asked.objects.filter((dt) => dts.includes(dt)),
      history: asked.history.filter((dt) => dts.includes(dt)),
    });
    await this.store.withDraft(async (draft) => {
      const files = await writeDays(this.connection, `(${this.query})`, dts, draft, `object_path <> ''`);
      const unreadable = await this.unreadableLines([...files.values()]);
      for (const day of days) this.keep(files.get(day.dt), day, flaws.get(day.dt), unreadable.get(day.dt));
    });
  }

  private async openBoth({ objects, history }: DaysOfTables): Promise<ReadonlyMap<string, Flaws>> {
    const { table } = this;
    const { tables } = this.sources;
    const flaws = await tables.open({ objects: table, shown: table }, objects);
    const shown = tables.historyOf(table);
    if (shown === undefined) return flaws;
    return new Map([...flaws, ...(await tables.open({ objects: table, shown }, history))]);
  }

  private keep(
    rows: string | undefined,
    { name, key, isSettled }: Day,
    { warnings = [], left = [], isWritten = false }: Partial<Flaws> = {},
    unreadable: readonly UnreadableLines[] = [],
  ): void {
    const said = unreadable.filter(({ key }) => !left.includes(key)).map((lines) => this.inWords(lines));
    const made: KeptDay = {
      ...(rows === undefined ? {} : { file: rows }),
      warnings: [...warnings, ...said],
      isWritten,
    };
    this.store.keep(name, key, made, isSettled);
  }

  /** What the view judges unreadable of files of rows, by day. */
  private async unreadableLines(
    files: readonly string[],
  ): Promise<ReadonlyMap<string, readonly UnreadableLines[]>> {
    const byDay = new Map<string, UnreadableLines[]>();
    if (files.length === 0) return byDay;
    const result = await this.connection.runAndReadAll(
      `SELECT dt, object_path, count(*) FROM read_parquet([${files.map(sqlText).join()}], hive_partitioning = false)
       WHERE NOT is_readable GROUP BY dt, object_path ORDER BY dt, object_path`,
    );
    for (const [dt, path, lines] of result.getRows()) {
      const day = byDay.get(String(dt)) ?? [];
      // The bucket of a history is the one that it was written in.
      day.push({ key: String(path).replace(/^s3:\/\/[^/]*\//, ''), lines: Number(lines) });
      byDay.set(String(dt), day);
    }
    return byDay;
  }

  private inWords({ key, lines }: UnreadableLines): string {
    if (this.table.prefix === prefixes.reports) return `${key}: not every row can be read`;
    return `${key}: ${lines === 1 ? '1 line' : `${lines} lines`} unreadable`;
  }

  /** `read_parquet` refuses no file at all. */
  private async show(files: readonly string[]): Promise<void> {
    const variable = `rows_${this.table.name}`;
    const shown =
      files.length === 0
        ? emptyTable(this.view)
        : `read_parquet(getvariable('${variable}'), hive_partitioning = false)`;
    if (files.length > 0) await setPaths(this.connection, variable, files);
    if (this.shown !== shown) {
      const written = this.sources.tables.historyOf(this.table) === undefined ? '' : writtenRows(this.table);
      await this.connection.run(
        `CREATE OR REPLACE TEMP VIEW ${this.view} AS SELECT * FROM ${shown}${written}`,
      );
    }
    this.shown = shown;
    this.files = files;
  }
}
