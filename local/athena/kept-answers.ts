import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { AnswerKeys } from './answer-keys';
import type { KeptStore } from './kept-store';
import type { PartitionPlan } from './planned-days';
import { sqlText } from './sql-text';

/** Puts a file of a view's rows in its place, so that no two questions, of this run or a later one, make them. */
export class KeptAnswers {
  /** Files by view. */
  private readonly shown = new Map<string, string>();

  constructor(
    private readonly connection: DuckDBConnection,
    private readonly keys: AnswerKeys,
    private readonly store: KeptStore,
  ) {}

  has(view: string): boolean {
    return this.shown.has(view);
  }

  /**
   * Shows a view's rows, made first where they are not kept.
   * @param plan the days that the view reads
   * @param prepare opens them
   * @throws Error when they cannot be made or written
   */
  async show(view: string, plan: PartitionPlan, prepare: () => Promise<void>): Promise<void> {
    const { key, isSettled } = this.keys.of(view, plan);
    let file = this.store.find(view, key)?.file;
    if (file === undefined) {
      await prepare();
      file = await this.make(view, key, isSettled);
    }
    await this.connection.run(
      `CREATE OR REPLACE TEMP VIEW ${view} AS SELECT * FROM read_parquet(${sqlText(file)})`,
    );
    this.shown.set(view, file);
  }

  /** Whether no other run has thrown away what this one shows. */
  isWhole(): boolean {
    return [...this.shown.values()].every((file) => existsSync(file));
  }

  /** Puts the views back in their places. */
  async giveUp(): Promise<void> {
    for (const view of this.shown.keys()) await this.connection.run(`DROP VIEW temp.${view}`);
    this.shown.clear();
  }

  private async make(view: string, key: string, isSettled: boolean): Promise<string> {
    return this.store.withDraft(async (draft) => {
      const file = join(draft, 'rows.parquet');
      await this.connection.run(`COPY (SELECT * FROM ${view}) TO ${sqlText(file)} (FORMAT parquet)`);
      const made = { file, warnings: [], isWritten: true };
      return this.store.keep(view, key, made, isSettled).file ?? file;
    });
  }
}
