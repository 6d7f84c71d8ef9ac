import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { macros, setToday } from '../../../local/athena/macros';
import { parseTable } from '../../../local/athena/table-definition';
import { registerTrinoFunctions } from '../../../local/athena/trino-functions';
import type { AthenaQuery } from '../../../local/organization/athena/athena-props';
import { syntaxErrors } from '../../athena-ddl/grammar';

/**
 * A database whose tables and views really exist: views are made in DuckDB from their own text, so one that reads what
 * is not there fails. Statements about tables are held against Hive's grammar; the table is made with their columns.
 */
export class DuckDbCatalog {
  /** Statements carried out, in order. */
  readonly statements: string[] = [];

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
    const sql = `SELECT table_name FROM information_schema.tables WHERE table_type = '${type}' ORDER BY 1`;
    return (await this.connection.runAndReadAll(sql)).getRows().map(([name]) => String(name));
  }

  readonly execute = async ({ sql }: AthenaQuery): Promise<void> => {
    await this.carryOut(sql);
    this.statements.push(sql);
  };

  private async carryOut(sql: string): Promise<void> {
    if (/^CREATE OR REPLACE VIEW|^--/.test(sql)) {
      await this.connection.run(sql);
      return;
    }
    const [problem] = syntaxErrors('hive', sql);
    if (problem !== undefined) throw new Error(`mismatched input: ${problem}`);
    const dropped = /^DROP (TABLE|VIEW) IF EXISTS `?(\w+)`?$/.exec(sql);
    if (dropped !== null) {
      await this.connection.run(dropped[0].replaceAll('`', '"'));
      return;
    }
    // The parser of table files knows their placeholder, which is filled in by now.
    const { name, columns, partitioned } = parseTable(
      sql.replaceAll(this.bucket, '${bucket}'),
      'the statement',
    );
    const all = [...columns, ...(partitioned ? ['dt'] : []), '$path'];
    await this.connection.run(
      `CREATE TABLE ${name} (${all.map((column) => `"${column}" VARCHAR`).join(', ')})`,
    );
  }
}
