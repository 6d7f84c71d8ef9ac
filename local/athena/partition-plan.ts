import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { SqlFile } from '../../athena-ddl/sql-files';
import { LazyViews } from './lazy-views';
import type { TableDefinition } from './table-definition';

/** For each table that a query reads: how often, and the days (`yyyy/MM/dd`) that its filters on `dt` leave. */
export type PartitionPlan = ReadonlyMap<
  string,
  { readonly scans: number; readonly days: ReadonlySet<string> }
>;

interface PlanNode {
  readonly name: string;
  readonly children: readonly PlanNode[];
  readonly extra_info: { readonly Table?: string; readonly Filters?: string | readonly string[] };
}

/**
 * Finds the partitions of a query as Athena would: the same views over tables that know nothing but their days
 * are planned, never run, and the filters that arrive at each table are applied to the list of days.
 */
export class PartitionPlanner {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    private readonly views: LazyViews,
  ) {}

  static async create(
    tables: readonly TableDefinition[],
    macros: readonly string[],
    views: readonly SqlFile[],
    days: readonly string[],
  ): Promise<PartitionPlanner> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    const connection = await instance.connect();
    // Statistics of tables without values would make the planner drop scans.
    await connection.run(`SET disabled_optimizers = 'statistics_propagation,window_self_join'`);
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
    for (const macro of macros) await connection.run(macro);
    return new PartitionPlanner(instance, connection, new LazyViews(connection, views));
  }

  /** Undefined when the query cannot be planned here: it is wrong, or reads what it made itself. */
  async plan(sql: string): Promise<PartitionPlan | undefined> {
    let roots: readonly PlanNode[];
    try {
      await this.views.make(sql);
      const explained = await this.connection.runAndReadAll(`EXPLAIN (FORMAT json) ${sql}`);
      roots = JSON.parse(String(explained.getRows()[0]?.[1])) as readonly PlanNode[];
    } catch {
      return undefined;
    }
    const plan = new Map<string, { scans: number; days: Set<string> }>();
    for (const node of roots.flatMap(scansBelow)) {
      const table = String(node.extra_info.Table).split('.').at(-1) ?? '';
      const entry = plan.get(table) ?? { scans: 0, days: new Set<string>() };
      entry.scans += 1;
      for (const day of await this.daysLeft(node)) entry.days.add(day);
      plan.set(table, entry);
    }
    return plan;
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }

  private async daysLeft(scan: PlanNode): Promise<readonly string[]> {
    const conditions: string[] = [];
    for (const filter of [scan.extra_info.Filters ?? []].flat()) {
      const condition = filter.replace(/^optional: /, '');
      if (!hasPlainLiterals(condition)) continue;
      // A filter on another column than `dt`, or one that reads back differently, leaves every day.
      if (
        await this.select(condition).then(
          () => true,
          () => false,
        )
      )
        conditions.push(condition);
    }
    return this.select(conditions.map((condition) => `(${condition})`).join(' AND ') || 'true');
  }

  private async select(condition: string): Promise<readonly string[]> {
    const result = await this.connection.runAndReadAll(`SELECT dt FROM day WHERE ${condition}`);
    return result.getRows().map((row) => String(row[0]));
  }
}

/** Plans print literals without escaping them: only those that need none are read back. */
function hasPlainLiterals(condition: string): boolean {
  return !condition.replaceAll(/'[0-9/.-]*'/g, '').includes("'");
}

function scansBelow(node: PlanNode): readonly PlanNode[] {
  const below = node.children.flatMap(scansBelow);
  return node.extra_info.Table === undefined ? below : [node, ...below];
}
