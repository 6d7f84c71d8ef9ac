import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { openCatalog } from './catalog';
import { dayScans, withPlainDays, type PlanNode } from './day-conditions';
import type { TableDefinition } from './table-definition';

/** For each table that a query reads: how often, and the days (`yyyy/MM/dd`) that its filters on `dt` leave. */
export type PartitionPlan = ReadonlyMap<
  string,
  {
    readonly scans: number;
    readonly days: ReadonlySet<string>;
    /** The days of all scans, one that two of them read counted twice. */
    readonly daysListed: number;
  }
>;

/**
 * Finds the partitions of a query as Athena would: the same views over tables that know nothing but their days
 * are planned, never run, and the filters that arrive at each table are applied to the list of days.
 */
export class PartitionPlanner {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  static async create(
    tables: readonly TableDefinition[],
    days: readonly string[],
    today: { readonly asOf: string; readonly now: Date },
  ): Promise<PartitionPlanner> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    const connection = await instance.connect();
    // Statistics of tables without values would make the planner drop scans.
    await connection.run(`SET disabled_optimizers = 'statistics_propagation,window_self_join'`);
    await openCatalog(connection, today);
    // The days of a row are all that is asked here: what is done to its text only takes time.
    await connection.run('CREATE OR REPLACE MACRO json_extract_scalar(text, path) AS text');
    await connection.run('CREATE OR REPLACE MACRO json_extract(text, path) AS text');
    await connection.run('CREATE OR REPLACE MACRO regexp_extract(text, pattern, part) AS text');
    await connection.run('CREATE OR REPLACE MACRO url_decode(text) AS text');
    await connection.run('CREATE TABLE day (dt VARCHAR)');
    await connection.run(`INSERT INTO day VALUES ${days.map((day) => `('${day}')`).join(', ')}`);
    for (const table of tables) {
      const columns = [
        ...table.columns.map((column) => `NULL::VARCHAR AS "${column}"`),
        `NULL::VARCHAR AS "$path"`,
      ];
      const dt = table.partitioned ? ', dt' : '';
      await connection.run(`CREATE TABLE ${table.name} AS SELECT ${columns.join(', ')}${dt} FROM day`);
    }
    return new PartitionPlanner(instance, connection);
  }

  /** Undefined when the query cannot be planned here: it is wrong, or reads what it made itself. */
  async plan(sql: string): Promise<PartitionPlan | undefined> {
    let roots: readonly PlanNode[];
    try {
      const explained = await this.connection.runAndReadAll(`EXPLAIN (FORMAT json) ${withPlainDays(sql)}`);
      roots = JSON.parse(String(explained.getRows()[0]?.[1])) as readonly PlanNode[];
    } catch {
      return undefined;
    }
    const plan = new Map<string, { scans: number; days: Set<string>; daysListed: number }>();
    for (const { table, conditions } of roots.flatMap((root) => dayScans(root))) {
      const entry = plan.get(table) ?? { scans: 0, days: new Set<string>(), daysListed: 0 };
      const days = await this.daysLeft(conditions);
      entry.scans += 1;
      entry.daysListed += days.length;
      for (const day of days) entry.days.add(day);
      plan.set(table, entry);
    }
    return plan;
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
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
