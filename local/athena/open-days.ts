import type { DuckDBConnection } from '@duckdb/node-api';
import { messageOf } from '../../lambda/shared/runtime/message-of';
import type { DayKeys } from './day-key';
import type { ExternalTables } from './external-tables';
import { KeptRows, type DaysOfTables } from './kept-rows';
import type { KeptStore } from './kept-store';
import type { PartitionPlan } from './planned-days';
import { rowViews } from './row-views';
import { endsQuestion } from './run-statement';
import type { StoredDays } from './stored-days';
import { isLineTable, type LineTable, type TableDefinition } from './table-definition';

interface DaySources {
  readonly definitions: readonly TableDefinition[];
  readonly stored: StoredDays;
  readonly tables: ExternalTables;
  readonly keys: DayKeys;
}

/** Opens the days that statements read, with the typed rows of each. */
export class OpenDays {
  private readonly kept = new Map<LineTable, KeptRows>();

  /**
   * @param note takes warnings
   * @param other opens days on another connection
   */
  constructor(
    connection: DuckDBConnection,
    private readonly sources: DaySources,
    store: KeptStore,
    private readonly note: (warnings: readonly string[]) => void,
    other: (() => Promise<OpenDays>) | undefined,
  ) {
    for (const table of sources.definitions.filter(isLineTable)) {
      const view = rowViews[table.name];
      if (view === undefined) continue;
      const twin = other && (async () => (await other()).rowsOf(table));
      this.kept.set(table, new KeptRows(connection, sources, store, table, view, twin));
    }
  }

  private rowsOf(table: LineTable): KeptRows {
    const rows = this.kept.get(table);
    if (rows === undefined) throw new Error(`no view types the lines of ${table.name}`);
    return rows;
  }

  /** Opens the days that the plan leaves of each table, all days without a plan. */
  async open(statement: string, plan: PartitionPlan | undefined): Promise<void> {
    const { definitions, tables } = this.sources;
    const isNamed = (name: string) => plan === undefined || new RegExp(`\\b${name}\\b`, 'i').test(statement);
    for (const table of definitions.filter(isLineTable)) {
      const history = tables.historyOf(table);
      const shown = history === undefined ? [table] : [table, history];
      if (plan !== undefined && !shown.some(({ name }) => plan.has(name))) continue;
      const asked = shown.map((one) => ({ one, dts: this.daysOf(one, plan) }));
      const [objects = [], past = []] = asked.map(({ dts }) => dts);
      const isShown = await this.showKept(table, { objects, history: past });
      for (const { one, dts } of asked) {
        if (isShown && !isNamed(one.name)) continue;
        for (const { warnings } of (await tables.open({ objects: table, shown: one }, dts)).values())
          this.note(warnings);
      }
    }
  }

  /** Whether no other run has thrown away what this one shows. */
  isWhole(): boolean {
    return [...this.kept.values()].every((kept) => kept.isWhole());
  }

  private daysOf({ name }: TableDefinition, plan: PartitionPlan | undefined): readonly string[] {
    const { calendar } = this.sources.stored;
    if (plan === undefined) return calendar;
    const days = plan.get(name)?.days;
    return calendar.filter((dt) => days?.has(dt));
  }

  /** @returns whether the table's row view needs nothing but the files that it shows */
  private async showKept(table: LineTable, asked: DaysOfTables): Promise<boolean> {
    const kept = this.kept.get(table);
    if (kept === undefined) return false;
    try {
      this.note(await kept.use(asked));
      return true;
    } catch (error) {
      if (endsQuestion(error)) throw error;
      this.note([`rows of ${table.name} are typed for each question again: ${messageOf(error)}`]);
      await kept.giveUp();
      return false;
    }
  }
}
