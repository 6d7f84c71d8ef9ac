import type { DuckDBConnection } from '@duckdb/node-api';
import type { AnswerKeys } from './answer-keys';
import type { KeptStore } from './kept-store';
import { makeDays } from './make-days';
import type { PartitionPlanner } from './partition-plan';
import type { PartitionPlan } from './planned-days';
import { emptyTable, firstOfObjects, queryOf } from './row-views';
import { ShownFiles } from './shown-files';
import { sqlText } from './sql-text';
import { readers, viewsByDay } from './views-by-day';
import { writeDays } from './write-days';

/** What keeping the rows of days needs. */
interface DayTools {
  readonly keys: AnswerKeys;
  readonly store: KeptStore;
  /** Plans over the tables. */
  readonly planner: PartitionPlanner;
  /** Plans over the views that are kept by day; none where nothing is. */
  readonly dayPlanner: PartitionPlanner | undefined;
  /** Opens what a statement reads. */
  readonly open: (statement: string, plan: PartitionPlan) => Promise<void>;
  /** Makes days on another connection. */
  readonly other: (() => Promise<KeptDays>) | undefined;
  /** What is today, `YYYY-MM-DD`. */
  readonly asOf: string;
}

interface DayFile {
  readonly dt: string;
  readonly name: string;
  readonly key: string;
  readonly isSettled: boolean;
  readonly bytes: number;
}

/** Puts files of a view's rows, one a day, in the place of the view: a day that is over is made once. */
export class KeptDays {
  readonly shown: ShownFiles;

  constructor(
    private readonly connection: DuckDBConnection,
    private readonly tools: DayTools,
  ) {
    this.shown = new ShownFiles(connection);
  }

  /**
   * Shows the days that a statement reads of views kept by day, those made first that are not there. One that asks for few rows of a
   * day does not make the others.
   * @throws Error when they cannot be made or written
   */
  async show(statement: string): Promise<void> {
    await this.shown.giveUp();
    const { dayPlanner } = this.tools;
    if (dayPlanner === undefined || !readers().test(statement)) return;
    const plan = await dayPlanner.plan(statement);
    const shown = new Map<string, readonly DayFile[]>();
    for (const view of viewsByDay) {
      const days = await this.filesOf(view, plan);
      if (days.length === 0 || (isOfFew(view, plan) && this.missingOf(days).length > 0)) continue;
      await this.bring(view, days);
      shown.set(view, days);
    }
    await this.shown.giveUp();
    for (const [view, days] of shown) await this.put(view, days);
  }

  /** The files of the days that a plan over these views reads of one. */
  private async filesOf(view: string, plan: PartitionPlan | undefined): Promise<readonly DayFile[]> {
    const dts = [...(plan?.get(emptyTable(view))?.days ?? [])];
    if (dts.length === 0) return [];
    const { keys, planner, asOf } = this.tools;
    const ofTables = await planOf(planner, ofDays(view, dts));
    return dts.map((dt) => {
      const made = keys.of(view, planOfDay(ofTables, dt), dt < firstOfObjects(asOf) ? dt : undefined);
      return { dt, name: `${view}-${dt.replaceAll('/', '-')}`, ...made };
    });
  }

  private missingOf(days: readonly DayFile[]): readonly DayFile[] {
    return days.filter(({ name, key }) => this.tools.store.find(name, key) === undefined);
  }

  /** Makes the days that are not there, after those of the views that it reads. */
  private async bring(view: string, days: readonly DayFile[]): Promise<void> {
    const missing = this.missingOf(days);
    if (missing.length === 0) return;
    const below = await this.open(view, missing);
    for (const [read, files] of below) await this.bring(read, files);
    await makeDays(this.connection, missing, { own: this, other: this.tools.other }, (maker, part) =>
      maker.make(view, part),
    );
  }

  private async make(view: string, days: readonly DayFile[]): Promise<void> {
    const { store } = this.tools;
    const dts = days.map(({ dt }) => dt);
    await this.shown.giveUp();
    const below = await this.open(view, days);
    for (const [read, files] of below) await this.put(read, files);
    await store.withDraft(async (draft) => {
      const files = await writeDays(this.connection, view, dts, draft);
      for (const { dt, name, key, isSettled } of days) {
        const file = files.get(dt);
        store.keep(name, key, { ...(file && { file }), warnings: [], isWritten: true }, isSettled);
      }
    });
  }

  /**
   * Opens the tables that days of a view are made of.
   * @returns the views kept by day that they are made of, and their days
   */
  private async open(
    view: string,
    days: readonly DayFile[],
  ): Promise<ReadonlyMap<string, readonly DayFile[]>> {
    const { dayPlanner, open } = this.tools;
    const statement = ofDays(
      `(${queryOf(view)})`,
      days.map(({ dt }) => dt),
    );
    const plan = await planOf(dayPlanner, statement);
    await open(statement, plan);
    const below = new Map<string, readonly DayFile[]>();
    for (const read of viewsByDay) {
      const files = await this.filesOf(read, plan);
      if (files.length > 0) below.set(read, files);
    }
    return below;
  }

  private put(view: string, days: readonly DayFile[]): Promise<void> {
    const files = days.flatMap(({ name, key }) => this.tools.store.find(name, key)?.file ?? []);
    return this.shown.put(view, files, emptyTable(view));
  }
}

async function planOf(planner: PartitionPlanner | undefined, statement: string): Promise<PartitionPlan> {
  const plan = await planner?.plan(statement);
  if (plan === undefined) throw new Error(`${statement} cannot be planned`);
  return plan;
}

function isOfFew(view: string, plan: PartitionPlan | undefined): boolean {
  return plan?.get(emptyTable(view))?.isOfFew ?? false;
}

function ofDays(view: string, dts: readonly string[]): string {
  return `SELECT * FROM ${view} WHERE dt IN (${dts.map(sqlText).join(', ')})`;
}

/** What a view reads for one day of several, as views kept by day do: that day of each table, and tables without days. */
function planOfDay(plan: PartitionPlan, dt: string): PartitionPlan {
  return new Map([...plan].map(([table, read]) => [table, { ...read, days: new Set([dt]) }]));
}
