import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf } from '../../lambda/shared/runtime/message-of';
import { AnswerKeys } from './answer-keys';
import type { DataFolder } from './data-folder';
import { DayKeys } from './day-key';
import { QueryError } from './errors';
import { KeptAnswers } from './kept-answers';
import { KeptStore } from './kept-store';
import { KnownPlans } from './known-plans';
import { Lanes, type LaneTools } from './lane';
import type { LocalAthena, QueryResult, TableScans } from './local-athena';
import { PartitionPlanner } from './partition-plan';
import type { PartitionPlan } from './planned-days';
import { dayPlanCatalog } from './plan-catalog';
import { refuseStatement } from './refuse-statement';
import { endsQuestion, isOutOfMemory, refuseWrongSql, runStatement } from './run-statement';
import { sqlText } from './sql-text';
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
  /** Of DuckDB, as it takes it. */
  readonly memoryLimit: string;
  /** What a question may have that needs more. */
  readonly mostMemory: string;
  /** Where typed rows outlive the run. */
  readonly keepIn: string | undefined;
}

/** DuckDB with Athena's tables and views over one folder. */
export class Engine implements LocalAthena {
  private last: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly props: EngineProps,
    private readonly noted: Set<string>,
    private readonly tools: LaneTools,
    private readonly lanes: Lanes,
    private readonly answers: KeptAnswers,
    private readonly plans: KnownPlans,
  ) {}

  static async open(props: EngineProps): Promise<Engine> {
    const { folder, tables: definitions, asOf, now, keepIn } = props;
    const noted = new Set(props.warnings);
    const stored = new StoredDays(folder, definitions, props.days, asOf);
    const keys = new DayKeys(folder, stored, now);
    const plans = new KnownPlans(keepIn, [asOf, stored.calendar]);
    const tools: LaneTools = {
      settings: {
        memory_limit: props.memoryLimit,
        temp_directory: join(tmpdir(), 'credential-report-duckdb'),
        autoinstall_known_extensions: 'false',
      },
      asOf,
      now,
      folder,
      definitions,
      stored,
      keys,
      answerKeys: new AnswerKeys(definitions, keys, props),
      store: new KeptStore(keepIn),
      planner: new PartitionPlanner(stored.calendar, props, plans),
      // What does not outlive the run is no gain: a question makes the days that it needs by itself.
      dayPlanner:
        keepIn === undefined
          ? undefined
          : new PartitionPlanner(stored.calendar, props, plans, dayPlanCatalog),
      note: (warnings) => warnings.forEach((warning) => noted.add(warning)),
    };
    const lanes = await Lanes.open(tools);
    const answers = new KeptAnswers(lanes.first.connection, tools.answerKeys, tools.store);
    return new Engine(props, noted, tools, lanes, answers, plans);
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
      await refuseStatement(this.lanes.first.connection, statement);
      return this.answer(statement);
    });
  }

  makeOnce(view: string): Promise<void> {
    return this.inTurn(async () => {
      if (this.answers.shown.has(view)) return;
      const statement = `SELECT * FROM ${view}`;
      const plan = await this.planOf(statement);
      if (plan === undefined) throw new QueryError(`${view} cannot be planned`);
      await this.lanes.first.opened.open(statement, plan);
      try {
        await this.answers.show(view, plan, () => this.prepare(statement, plan));
      } catch (error) {
        if (endsQuestion(error)) throw error;
        this.tools.note([`${view} is made for each question again: ${messageOf(error)}`]);
      }
    });
  }

  /** One after the other: a query opens its days in tables that all share. */
  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = this.last.then(() => this.withMemory(task));
    this.last = done.catch(() => undefined);
    return done;
  }

  /** What lacks memory is done again with more of it, and so is all that comes after. @throws QueryError where that is too little */
  private async withMemory<T>(task: () => Promise<T>): Promise<T> {
    try {
      return await task().catch(async (error: unknown) => {
        if (!isOutOfMemory(error)) throw error;
        await this.lanes.first.connection.run(`SET memory_limit = ${sqlText(this.props.mostMemory)}`);
        return task();
      });
    } catch (error) {
      throw endsQuestion(error) ? new QueryError(messageOf(error)) : error;
    }
  }

  /** Runs a statement over the days that it needs. */
  private async answer(statement: string): Promise<QueryResult> {
    const { connection, opened, keptDays } = this.lanes.first;
    const plan = await this.planOf(statement);
    await this.prepare(statement, plan);
    return runStatement(connection, statement).catch(async (error: unknown) => {
      // Another run may throw away the rows of a day that has changed since.
      if (opened.isWhole() && keptDays.shown.isWhole() && this.answers.shown.isWhole()) throw error;
      await this.answers.shown.giveUp();
      await this.prepare(statement, plan);
      return runStatement(connection, statement);
    });
  }

  /** @throws QueryError where the statement is wrong */
  private async planOf(statement: string): Promise<PartitionPlan | undefined> {
    const plan = await this.tools.planner.plan(statement);
    if (plan === undefined) await refuseWrongSql(this.lanes.first.connection, statement);
    return plan;
  }

  private async prepare(statement: string, plan: PartitionPlan | undefined): Promise<void> {
    const { opened, keptDays } = this.lanes.first;
    try {
      await keptDays.show(statement);
    } catch (error) {
      if (endsQuestion(error)) throw error;
      this.tools.note([`rows of days are made for each question again: ${messageOf(error)}`]);
      await keptDays.shown.giveUp();
    }
    await opened.open(statement, plan);
  }

  async scans(sql: string): Promise<readonly TableScans[]> {
    const plan = await this.tools.planner.plan(sql);
    if (plan === undefined) throw new QueryError('the statement cannot be planned');
    return [...plan].map(([table, { days, scans, daysListed }]) => ({
      table,
      scans,
      days: days.size,
      daysListed,
    }));
  }

  interrupt(): void {
    this.lanes.interrupt();
  }

  close(): void {
    this.tools.planner.close();
    this.tools.dayPlanner?.close();
    this.plans.save();
    this.tools.store.close();
    this.lanes.close();
  }
}
