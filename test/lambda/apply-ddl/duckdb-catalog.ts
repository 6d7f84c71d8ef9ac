import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { macros, setToday } from '../../../local/athena/macros';
import { createTextTable } from '../../../local/athena/parsed-rows';
import { parseTable } from '../../../local/athena/table-definition';
import { registerTrinoFunctions } from '../../../local/athena/trino-functions';
import type { AthenaQuery } from '../../../local/organization/athena/athena-props';
import { syntaxErrors } from '../../athena-ddl/grammar';

/**
 * A database whose tables and views really exist: DuckDB binds each view's own text, so one that reads what is not there
 * fails. What it keeps of a view is a table of the same columns: binding a real one binds every view below it again.
 * Statements about tables are held against Hive's grammar; the table is made with their columns.
 */
export class DuckDbCatalog {
  /** Statements carried out, in order. */
  readonly statements: string[] = [];
  private readonly views = new Set<string>();

  private constructor(
    private readonly connection: DuckDBConnection,
    private readonly bucket: string,
  ) {}

  static async open(bucket: string): Promise<DuckDbCatalog> {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    registerTrinoFunctions(connection);
    await setToday(connection, '2026-11-22', new Date('2026-11-22T06:00:00Z'));
    for (const macro of macros()) await connection.run(macro);
    return new DuckDbCatalog(connection, bucket);
  }

  /** Names of what is there. */
  async names(type: 'BASE TABLE' | 'VIEW'): Promise<string[]> {
    const all = await this.connection.runAndReadAll('SELECT table_name FROM duckdb_tables() ORDER BY 1');
    const names = all.getRows().map(([name]) => String(name));
    return names.filter((name) => this.views.has(name) === (type === 'VIEW'));
  }

  readonly execute = async ({ sql }: AthenaQuery): Promise<void> => {
    await this.carryOut(sql);
    this.statements.push(sql);
  };

  private async carryOut(sql: string): Promise<void> {
    const view = /^(?:--.*\n)*CREATE OR REPLACE VIEW (\w+) AS\b/.exec(sql);
    if (view !== null) {
      const [head, name = ''] = view;
      await this.refuseOther('VIEW', name);
      await this.connection.run(
        `CREATE OR REPLACE TABLE ${name} AS (${sql.slice(head.length)}\n) WITH NO DATA`,
      );
      this.views.add(name);
      return;
    }
    const [problem] = await syntaxErrors('hive', sql);
    if (problem !== undefined) throw new Error(`mismatched input: ${problem}`);
    const dropped = /^DROP (TABLE|VIEW) IF EXISTS `?(\w+)`?$/.exec(sql);
    if (dropped !== null) {
      const [, type, name = ''] = dropped;
      await this.refuseOther(type === 'VIEW' ? 'VIEW' : 'BASE TABLE', name);
      await this.connection.run(`DROP TABLE IF EXISTS ${name}`);
      this.views.delete(name);
      return;
    }
    // The parser of table files knows their placeholder, which is filled in by now.
    const { name, columns, partitioned } = parseTable(
      sql.replaceAll(this.bucket, '${bucket}'),
      'the statement',
    );
    await createTextTable(this.connection, name, { columns, partitioned });
  }

  private async refuseOther(type: 'BASE TABLE' | 'VIEW', name: string): Promise<void> {
    const others = await this.names(type === 'VIEW' ? 'BASE TABLE' : 'VIEW');
    if (others.includes(name)) throw new Error(`${name} is no ${type}`);
  }
}
