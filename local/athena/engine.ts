import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { messageOf } from '../../lambda/shared/runtime/message-of';
import { AnswerKeys } from './answer-keys';
import { catalog } from './catalog';
import type { DataFolder } from './data-folder';
import { DayKeys } from './day-key';
import { QueryError } from './errors';
import { ExternalTables } from './external-tables';
import { KeptAnswers } from './kept-answers';
import { KeptDays } from './kept-days';
import { KeptStore } from './kept-store';
import { KnownPlans } from './known-plans';
import type { LocalAthena, QueryResult, TableScans } from './local-athena';
import { setToday } from './macros';
import { OpenDays } from './open-days';
import { PartitionPlanner } from './partition-plan';
import type { PartitionPlan } from './planned-days';
import { dayPlanCatalog } from './plan-catalog';
import { refuseStatement } from './refuse-statement';
import { refuseWrongSql, runStatement } from './run-statement';
import { StoredDays } from './stored-days';
import type { TableDefinition } from './table-definition';

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
  private readonly opened: OpenDays;
  private readonly answers: KeptAnswers;
  private readonly keptDays: KeptDays;

  private constructor(
    private readonly props: EngineProps,
    stored: StoredDays,
    private readonly connection: DuckDBConnection,
    tables: ExternalTables,
    private readonly planner: PartitionPlanner,
    private readonly dayPlanner: PartitionPlanner | undefined,
    private readonly plans: KnownPlans,
  ) {
    this.noted = new Set(props.warnings);
    this.store = new KeptStore(props.keepIn);
    const keys = new DayKeys(props.folder, stored, props.now);
    const sources = { definitions: props.tables, stored, tables, keys };
    this.opened = new OpenDays(connection, sources, this.store, (warnings) => this.note(warnings));
    const answerKeys = new AnswerKeys(props.tables, keys, props);
    this.answers = new KeptAnswers(connection, answerKeys, this.store);
    const open = (statement: string, plan: PartitionPlan) => this.opened.open(statement, plan);
    const { asOf } = props;
    this.keptDays = new KeptDays(connection, {
      keys: answerKeys,
      store: this.store,
      planner,
      dayPlanner,
      open,
      asOf,
    });
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
    const plans = new KnownPlans(props.keepIn, [props.asOf, stored.calendar]);
    const planner = new PartitionPlanner(stored.calendar, props, plans);
    // What does not outlive the run is no gain: a question makes the days that it needs by itself.
    const dayPlanner =
      props.keepIn === undefined
        ? undefined
        : new PartitionPlanner(stored.calendar, props, plans, dayPlanCatalog);
    return new Engine(props, stored, connection, tables, planner, dayPlanner, plans);
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
      if (this.answers.shown.has(view)) return;
      const statement = `SELECT * FROM ${view}`;
      const plan = await this.planOf(statement);
      if (plan === undefined) throw new QueryError(`${view} cannot be planned`);
      await this.opened.open(statement, plan);
      try {
        await this.answers.show(view, plan, () => this.prepare(statement, plan));
      } catch (error) {
        this.note([`${view} is made for each question again: ${messageOf(error)}`]);
      }
    });
  }

  /** One after the other: a query opens its days in tables that all share. */
  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = this.last.then(task);
    this.last = done.catch(() => undefined);
    return done;
  }

  /** Runs a statement over the days that it needs. */
  private async answer(statement: string): Promise<QueryResult> {
    const plan = await this.planOf(statement);
    await this.prepare(statement, plan);
    return runStatement(this.connection, statement).catch(async (error: unknown) => {
      // Another run may throw away the rows of a day that has changed since.
      if (this.opened.isWhole() && this.keptDays.shown.isWhole() && this.answers.shown.isWhole()) throw error;
      await this.answers.shown.giveUp();
      await this.prepare(statement, plan);
      return runStatement(this.connection, statement);
    });
  }

  /** @throws QueryError where the statement is wrong */
  private async planOf(statement: string): Promise<PartitionPlan | undefined> {
    const plan = await this.planner.plan(statement);
    if (plan === undefined) await refuseWrongSql(this.connection, statement);
    return plan;
  }

  private async prepare(statement: string, plan: PartitionPlan | undefined): Promise<void> {
    try {
      await this.keptDays.show(statement);
    } catch (error) {
      this.note([`rows of days are made for each question again: ${messageOf(error)}`]);
      await this.keptDays.shown.giveUp();
    }
    await this.opened.open(statement, plan);
  }

  private note(warnings: readonly string[]): void {
    for (const warning of warnings) this.noted.add(warning);
  }

  async scans(sql: string): Promise<readonly TableScans[]> {
    const plan = await this.planner.plan(sql);
    if (plan === undefined) throw new QueryError('the statement cannot be planned');
    return [...plan].map(([table, { days, scans, daysListed }]) => ({
      table,
      scans,
      days: days.size,
      daysListed,
    }));
  }

  interrupt(): void {
    this.connection.interrupt();
  }

  close(): void {
    this.planner.close();
    this.dayPlanner?.close();
    this.plans.save();
    this.store.close();
    this.connection.closeSync();
  }
}
