import { existsSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import { setPaths } from './sql-text';

/** Views of which files of rows are in the place. */
export class ShownFiles {
  private readonly files = new Map<string, readonly string[]>();

  constructor(private readonly connection: DuckDBConnection) {}

  has(view: string): boolean {
    return this.files.has(view);
  }

  /** @param none what has the view's columns and no row: `read_parquet` refuses no file at all */
  async put(view: string, files: readonly string[], none: string): Promise<void> {
    const variable = `files_${view}`;
    if (files.length > 0) await setPaths(this.connection, variable, files);
    const rows =
      files.length > 0 ? `read_parquet(getvariable('${variable}'), hive_partitioning = false)` : none;
    await this.connection.run(`CREATE OR REPLACE TEMP VIEW ${view} AS SELECT * FROM ${rows}`);
    this.files.set(view, files);
  }

  /** Whether no other run has thrown away what this one shows. */
  isWhole(): boolean {
    return [...this.files.values()].flat().every((file) => existsSync(file));
  }

  /** Puts the views back in their places. */
  async giveUp(): Promise<void> {
    for (const view of this.files.keys()) await this.connection.run(`DROP VIEW temp.${view}`);
    this.files.clear();
  }
}
