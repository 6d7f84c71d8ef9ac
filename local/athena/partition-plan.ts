import type { DuckDBConnection } from '@duckdb/node-api';
import { dayScans, withPlainDays, type PlanNode } from './day-conditions';
import { setToday } from './macros';
import { planCatalog } from './plan-catalog';
import { firstOfObjects, readTables } from './row-views';

/** For each table that a query reads: how often, and the days (`yyyy/MM/dd`) that its filters on `dt` leave. */
export type PartitionPlan = ReadonlyMap<
  string,
  {
    readonly scans: number;
    readonly days: ReadonlySet<string>;
    /** The days of all scans, one that two of them read counted twice. */
    readonly daysListed: number;
    /** Whether each scan asks for rows of some account or user alone. */
    readonly isOfFew: boolean;
  }
>;

/** What was planned in this process: the views of the catalog do not change, so that only the days and the clock count. */
const known = new Map<string, Promise<PartitionPlan | undefined>>();

/**
 * Finds the partitions of a query as Athena would: the same views over empty tables are planned, never run, and the
 * filters that arrive at each table are applied to the list of days.
 */
export class PartitionPlanner {
  private constructor(
    private readonly connection: DuckDBConnection,
    /** The first day that row views read from objects. */
    private readonly firstOfObjects: string,
    /** The days, and what is today. */
    private readonly calendar: string,
  ) {}

  static async create(
    days: readonly string[],
    today: { readonly asOf: string; readonly now: Date },
    catalog = planCatalog,
  ): Promise<PartitionPlanner> {
    const connection = await catalog.connect({ threads: '1' });
    await setToday(connection, today.asOf, today.now);
    await connection.run('CREATE TEMP TABLE day (dt VARCHAR)');
    await connection.run(`INSERT INTO day VALUES ${days.map((day) => `('${day}')`).join(', ')}`);
    return new PartitionPlanner(
      connection,
      firstOfObjects(today.asOf),
      JSON.stringify([catalog.path, today.asOf, today.now, days]),
    );
  }

  /** Undefined when the query cannot be planned here: it is wrong, or reads what it made itself. */
  plan(sql: string): Promise<PartitionPlan | undefined> {
    const key = JSON.stringify([this.calendar, sql]);
    const plan = known.get(key) ?? this.planNow(sql);
    known.set(key, plan);
    return plan;
  }

  private async planNow(sql: string): Promise<PartitionPlan | undefined> {
    let roots: readonly PlanNode[];
    try {
      const explained = await this.connection.runAndReadAll(`EXPLAIN (FORMAT json) ${withPlainDays(sql)}`);
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
    this.connection.closeSync();
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
    const result = await this.connection.runAndReadAll(`SELECT dt FROM day WHERE ${condition}`);
    return result.getRows().map((row) => String(row[0]));
  }
}
