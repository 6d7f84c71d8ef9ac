import { viewFiles } from '../../athena-ddl/sql-files';
import { sha256Of } from '../../lambda/report/sha256';
import { makerKey, type DayKeys } from './day-key';
import { momentOf } from './macros';
import type { PartitionPlan } from './planned-days';
import { readsClock } from './reads-clock';
import { historyTableOf, isLineTable, type TableDefinition } from './table-definition';

/** What a view's rows are made of. */
interface AnswerKey {
  readonly key: string;
  /** Whether nothing of it can change any more without its times telling. */
  readonly isSettled: boolean;
  /** Of the objects below it. */
  readonly bytes: number;
}

/** Tells what a view answers by all that it is made of. */
export class AnswerKeys {
  private readonly maker = makerKey(...viewFiles().map(({ text }) => text));
  private readonly moment: string;

  constructor(
    private readonly tables: readonly TableDefinition[],
    private readonly days: DayKeys,
    private readonly today: { readonly asOf: string; readonly now: Date },
  ) {
    this.moment = momentOf(today.asOf, today.now);
  }

  /**
   * @param plan the days that the view reads
   * @param day of the view's rows, where they are those of one day before the days that views read from objects:
   *   then it does not matter what is today
   */
  of(view: string, plan: PartitionPlan, day?: string): AnswerKey {
    const read = this.tables.filter(isLineTable).flatMap((table) => {
      const names = [table, historyTableOf(table, this.tables) ?? table].map(({ name }) => name);
      const plans = names.flatMap((name) => plan.get(name) ?? []);
      const days = table.partitioned ? plans.flatMap(({ days }) => [...days]) : plans.map(() => '');
      return [...new Set(days)].sort().map((dt) => ({ name: table.name, dt, ...this.days.of(table, dt) }));
    });
    const parts = read.map(({ name, dt, key, isWhole }) => [name, dt, key, isWhole]);
    const today = day ?? [this.today.asOf, ...(readsClock(view) ? [this.moment] : [])];
    return {
      key: sha256Of(JSON.stringify([this.maker, view, today, parts])).slice(0, 32),
      isSettled: read.every(({ isSettled }) => isSettled),
      bytes: read.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }
}
