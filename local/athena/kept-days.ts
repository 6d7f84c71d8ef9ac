import type { DuckDBConnection } from '@duckdb/node-api';
import type { AnswerKeys } from './answer-keys';
import type { KeptStore } from './kept-store';
import type { PartitionPlanner } from './partition-plan';
import type { PartitionPlan } from './planned-days';
import { emptyTable, firstOfObjects } from './row-views';
import { ShownFiles } from './shown-files';
import { sqlText } from './sql-text';
import { readers, viewsByDay } from './views-by-day';
import { daysAtOnce, writeDays } from './write-days';

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
  /** What is today, `YYYY-MM-DD`. */
  readonly asOf: string;
}

interface DayFile {
  readonly dt: string;
  readonly name: string;
  readonly key: string;
  readonly isSettled: boolean;
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
    for (const view of viewsByDay) {
      const read = plan?.get(emptyTable(view));
      if (read === undefined || read.days.size === 0) continue;
      const days = await this.filesOf(view, [...read.days]);
      const missing = days.filter(({ name, key }) => this.tools.store.find(name, key) === undefined);
      if (read.isOfFew && missing.length > 0) continue;
      for (let at = 0; at < missing.length; at += daysAtOnce)
        await this.make(view, missing.slice(at, at + daysAtOnce));
      const files = days.flatMap(({ name, key }) => this.tools.store.find(name, key)?.file ?? []);
      await this.shown.put(view, files, emptyTable(view));
    }
  }

  private async filesOf(view: string, dts: readonly string[]): Promise<readonly DayFile[]> {
    const { keys, asOf } = this.tools;
    const plan = await this.planOf(ofDays(view, dts));
    return dts.map((dt) => {
      const made = keys.of(view, planOfDay(plan, dt), dt < firstOfObjects(asOf) ? dt : undefined);
      return { dt, name: `${view}-${dt.replaceAll('/', '-')}`, ...made };
    });
  }

  private async planOf(statement: string): Promise<PartitionPlan> {
    const plan = await this.tools.planner.plan(statement);
    if (plan === undefined) throw new Error(`${statement} cannot be planned`);
    return plan;
  }

  private async make(view: string, days: readonly DayFile[]): Promise<void> {
    const { open, store } = this.tools;
    const dts = days.map(({ dt }) => dt);
    const statement = ofDays(view, dts);
    await open(statement, await this.planOf(statement));
    await store.withDraft(async (draft) => {
      const files = await writeDays(this.connection, view, dts, draft);
      for (const { dt, name, key, isSettled } of days) {
        const file = files.get(dt);
        store.keep(name, key, { ...(file && { file }), warnings: [], isWritten: true }, isSettled);
      }
    });
  }
}

function ofDays(view: string, dts: readonly string[]): string {
  return `SELECT * FROM ${view} WHERE dt IN (${dts.map(sqlText).join(', ')})`;
}

/** What a view reads for one day of several, as views kept by day do: that day of each table, and tables without days. */
function planOfDay(plan: PartitionPlan, dt: string): PartitionPlan {
  return new Map([...plan].map(([table, read]) => [table, { ...read, days: new Set([dt]) }]));
}
