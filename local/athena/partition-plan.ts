import type { DuckDBConnection } from '@duckdb/node-api';
import { dayScans, withPlainDays, type PlanNode } from './day-conditions';
import type { KnownPlans } from './known-plans';
import { momentOf, setToday } from './macros';
import { planCatalog } from './plan-catalog';
import type { PartitionPlan } from './planned-days';
import { asksTheTime } from './reads-clock';
import { firstOfObjects, readTables } from './row-views';

/** What was planned in this process: the views of the catalog do not change, so that only the days and the clock count. */
const known = new Map<string, Promise<PartitionPlan | undefined>>();

/**
 * Finds the partitions of a query as Athena would: the same views over empty tables are planned, never run, and the
 * filters that arrive at each table are applied to the list of days.
 */
export class PartitionPlanner {
  private connecting: Promise<DuckDBConnection> | undefined;
  /** The first day that row views read from objects. */
  private readonly firstOfObjects: string;
  /** The views, the days, and what is today. */
  private readonly calendar: string;
  private readonly moment: string;

  constructor(
    private readonly days: readonly string[],
    private readonly today: { readonly asOf: string; readonly now: Date },
    private readonly plans: KnownPlans,
    private readonly catalog = planCatalog,
  ) {
    this.firstOfObjects = firstOfObjects(today.asOf);
    this.calendar = JSON.stringify([catalog.path, today.asOf, days]);
    this.moment = momentOf(today.asOf, today.now);
  }

  /** A run that finds all its plans makes no connection. */
  private connected(): Promise<DuckDBConnection> {
    this.connecting ??= this.connect();
    return this.connecting;
  }

  private async connect(): Promise<DuckDBConnection> {
    const { days, today } = this;
    const connection = await this.catalog.connect({ threads: '1' });
    await setToday(connection, today.asOf, today.now);
    await connection.run('CREATE TEMP TABLE day (dt VARCHAR)');
    await connection.run(`INSERT INTO day VALUES ${days.map((day) => `('${day}')`).join(', ')}`);
    return connection;
  }

  /** Undefined when the query cannot be planned here: it is wrong, or reads what it made itself. */
  async plan(sql: string): Promise<PartitionPlan | undefined> {
    const key = JSON.stringify([this.calendar, ...(asksTheTime(sql) ? [this.moment] : []), sql]);
    const kept = this.plans.find(key);
    if (kept !== undefined) return kept;
    const planned = known.get(key) ?? this.planNow(sql);
    known.set(key, planned);
    const plan = await planned;
    if (plan !== undefined) this.plans.keep(key, plan);
    return plan;
  }

  private async planNow(sql: string): Promise<PartitionPlan | undefined> {
    const connection = await this.connected();
    let roots: readonly PlanNode[];
    try {
      const explained = await connection.runAndReadAll(`EXPLAIN (FORMAT json) ${withPlainDays(sql)}`);
      roots = JSON.parse(String(explained.getRows()[0]?.[1])) as readonly PlanNode[];
    } catch {
      return undefined;
    }
    const plan = new Map<
      string,
      { scans: number; days: Set<string>; daysListed: number; isOfFew: boolean }
    >();
    for (const { table: scanned, conditions, isOfFew } of roots.flatMap((root) => dayScans(root))) {
      const left = await this.daysLeft(conditions);
      for (const { name, days } of readTables(scanned, left, this.firstOfObjects)) {
        const entry = plan.get(name) ?? { scans: 0, days: new Set<string>(), daysListed: 0, isOfFew: true };
        entry.isOfFew &&= isOfFew;
        entry.scans += 1;
        entry.daysListed += days.length;
        for (const day of days) entry.days.add(day);
        plan.set(name, entry);
      }
    }
    return plan;
  }

  close(): void {
    void this.connecting?.then(
      (connection) => connection.closeSync(),
      () => undefined,
    );
  }

  private async daysLeft(conditions: readonly string[]): Promise<readonly string[]> {
    const readBack: string[] = [];
    // A condition on another column than `dt`, or one that reads back differently, leaves every day.
    for (const condition of conditions) if (await this.reads(condition)) readBack.push(condition);
    return this.select(readBack.map((condition) => `(${condition})`).join(' AND ') || 'true');
  }

  private reads(condition: string): Promise<boolean> {
    return this.select(condition).then(
      () => true,
      () => false,
    );
  }

  private async select(condition: string): Promise<readonly string[]> {
    const connection = await this.connected();
    const result = await connection.runAndReadAll(`SELECT dt FROM day WHERE ${condition}`);
    return result.getRows().map((row) => String(row[0]));
  }
}
