import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { catalog } from './catalog';
import { messageOf } from '../../lambda/shared/runtime/message-of';
import type { DataFolder } from './data-folder';
import { QueryError } from './errors';
import { ExternalTables } from './external-tables';
import { KeptRows, type DaysOfTables } from './kept-rows';
import { KeptStore } from './kept-store';
import type { LocalAthena, QueryResult, TableScans } from './local-athena';
import { setToday } from './macros';
import { PartitionPlanner, type PartitionPlan } from './partition-plan';
import { plainValue } from './plain-value';
import { refuseStatement } from './refuse-statement';
import { rowViews } from './row-views';
import { StoredDays } from './stored-days';
import { isLineTable, type LineTable, type TableDefinition } from './table-definition';

interface EngineProps {
  readonly folder: DataFolder;
  readonly tables: readonly TableDefinition[];
  readonly asOf: string;
  readonly now: Date;
  readonly days: readonly string[];
  /** What was passed over before any query. */
  readonly warnings: readonly string[];
  readonly memoryLimit: string;
  /** Where typed rows outlive the run. */
  readonly keepIn: string | undefined;
}

/** DuckDB with Athena's tables and views over one folder. */
export class Engine implements LocalAthena {
  private last: Promise<unknown> = Promise.resolve();
  private readonly noted: Set<string>;
  private readonly store: KeptStore;
  private readonly made = new Set<string>();
  private readonly kept = new Map<LineTable, KeptRows>();

  private constructor(
    private readonly props: EngineProps,
    private readonly stored: StoredDays,
    private readonly connection: DuckDBConnection,
    private readonly tables: ExternalTables,
    private readonly planner: PartitionPlanner,
  ) {
    this.noted = new Set(props.warnings);
    this.store = new KeptStore(props.keepIn);
    for (const table of props.tables.filter(isLineTable)) {
      const view = rowViews[table.name];
      if (view !== undefined)
        this.kept.set(table, new KeptRows(connection, { ...props, stored, tables }, this.store, table, view));
    }
  }

  static async open(props: EngineProps): Promise<Engine> {
    const connection = await catalog.connect({
      memory_limit: props.memoryLimit,
      temp_directory: join(tmpdir(), 'credential-report-duckdb'),
      autoinstall_known_extensions: 'false',
    });
    // As in Athena, where a whole number divided by another is one too.
    await connection.run('SET integer_division = true');
    await setToday(connection, props.asOf, props.now);
    const stored = new StoredDays(props.folder, props.tables, props.days, props.asOf);
    const tables = await ExternalTables.create(connection, props.folder, props.tables, stored);
    const planner = await PartitionPlanner.create(stored.calendar, props);
    return new Engine(props, stored, connection, tables, planner);
  }

  get asOf(): string {
    return this.props.asOf;
  }

  get days(): readonly string[] {
    return this.props.days;
  }

  get warnings(): readonly string[] {
    return [...this.noted];
  }

  query(sql: string): Promise<QueryResult> {
    return this.inTurn(async () => {
      const statement = sql.trim().replace(/;$/, '');
      await refuseStatement(this.connection, statement);
      return this.answer(statement);
    });
  }

  makeOnce(view: string): Promise<void> {
    return this.inTurn(async () => {
      if (this.made.has(view)) return;
      const table = `made_${view}`;
      await this.answer(`SELECT * FROM ${view}`, `CREATE TEMP TABLE ${table} AS SELECT * FROM ${view}`);
      await this.connection.run(`CREATE OR REPLACE TEMP VIEW ${view} AS SELECT * FROM ${table}`);
      this.made.add(view);
    });
  }

  /** One after the other: a query opens its days in tables that all share. */
  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = this.last.then(task);
    this.last = done.catch(() => undefined);
    return done;
  }

  /** Runs a statement, or one in its place, over the days that it needs. */
  private async answer(statement: string, inPlace = statement): Promise<QueryResult> {
    const plan = await this.planner.plan(statement);
    if (plan === undefined) await this.refuseWrongSql(statement);
    await this.open(statement, plan);
    return this.run(inPlace).catch(async (error: unknown) => {
      // Another run may throw away the rows of a day that has changed since.
      if ([...this.kept.values()].every((kept) => kept.isWhole())) throw error;
      await this.open(statement, plan);
      return this.run(inPlace);
    });
  }

  /** Opens the days that the plan leaves of each table, all days without a plan. */
  private async open(statement: string, plan: PartitionPlan | undefined): Promise<void> {
    const isNamed = (name: string) => plan === undefined || new RegExp(`\\b${name}\\b`, 'i').test(statement);
    for (const table of this.props.tables.filter(isLineTable)) {
      const history = this.tables.historyOf(table);
      const shown = history === undefined ? [table] : [table, history];
      if (plan !== undefined && !shown.some(({ name }) => plan.has(name))) continue;
      const asked = shown.map((one) => ({ one, dts: this.daysOf(one, plan) }));
      const [objects = [], past = []] = asked.map(({ dts }) => dts);
      const isShown = await this.showKept(table, { objects, history: past });
      for (const { one, dts } of asked) {
        if (isShown && !isNamed(one.name)) continue;
        for (const { warnings } of (await this.tables.open({ objects: table, shown: one }, dts)).values())
          this.note(warnings);
      }
    }
  }

  private daysOf({ name }: TableDefinition, plan: PartitionPlan | undefined): readonly string[] {
    if (plan === undefined) return this.stored.calendar;
    const days = plan.get(name)?.days;
    return this.stored.calendar.filter((dt) => days?.has(dt));
  }

  /** @returns whether the table's row view needs nothing but the files that it shows */
  private async showKept(table: LineTable, asked: DaysOfTables): Promise<boolean> {
    const kept = this.kept.get(table);
    if (kept === undefined) return false;
    try {
      this.note(await kept.use(asked, this.props.now));
      return true;
    } catch (error) {
      this.note([`rows of ${table.name} are typed for each question again: ${messageOf(error)}`]);
      await kept.giveUp();
      return false;
    }
  }

  private note(warnings: readonly string[]): void {
    for (const warning of warnings) this.noted.add(warning);
  }

  async scans(sql: string): Promise<readonly TableScans[]> {
    const plan = await this.planner.plan(sql);
    if (plan === undefined) throw new QueryError('the statement cannot be planned');
    return [...plan].map(([table, { days, ...read }]) => ({ table, ...read, days: days.size }));
  }

  interrupt(): void {
    this.connection.interrupt();
  }

  close(): void {
    this.planner.close();
    this.store.close();
    this.connection.closeSync();
  }

  /** Before every day is opened for a statement that the planner could not follow. */
  private async refuseWrongSql(sql: string): Promise<void> {
    try {
      await this.connection.prepare(sql);
    } catch (error) {
      throw new QueryError(messageOf(error));
    }
  }

  private async run(sql: string): Promise<QueryResult> {
    const reader = await this.connection.runAndReadAll(sql).catch((error: unknown) => {
      throw new QueryError(messageOf(error));
    });
    const types = reader.columnTypes().map(String);
    return {
      columns: reader.columnNames().map((name, index) => ({ name, type: types[index] ?? '' })),
      rows: reader.getRows().map((row) => row.map(plainValue)),
    };
  }
}
