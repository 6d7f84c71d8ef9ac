import type { DuckDBConnection } from '@duckdb/node-api';
import { writtenTable } from './parsed-rows';
import { sqlText } from './sql-text';
import type { TableDefinition } from './table-definition';

/** The days of which the history of a table's objects is written, or would be if the bucket had written it. */
export class WrittenDays {
  private readonly days = new Map<TableDefinition, Set<string>>();

  constructor(private readonly connection: DuckDBConnection) {}

  async create(table: TableDefinition): Promise<void> {
    await this.connection.run(`CREATE TEMP TABLE ${writtenTable(table)} (dt VARCHAR)`);
    this.days.set(table, new Set());
  }

  /** @param dts days as `yyyy/MM/dd` */
  async add(table: TableDefinition, dts: readonly string[]): Promise<void> {
    const days = this.days.get(table) ?? new Set();
    const added = dts.filter((dt) => !days.has(dt));
    if (added.length === 0) return;
    await this.connection.run(
      `INSERT INTO ${writtenTable(table)} VALUES ${added.map((dt) => `(${sqlText(dt)})`).join(', ')}`,
    );
    for (const dt of added) days.add(dt);
  }
}
