import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { AnswerKeys } from './answer-keys';
import type { KeptStore } from './kept-store';
import type { PartitionPlan } from './planned-days';
import { ShownFiles } from './shown-files';
import { sqlText } from './sql-text';

/** Puts a file of a view's rows in its place, so that no two questions, of this run or a later one, make them. */
export class KeptAnswers {
  readonly shown: ShownFiles;

  constructor(
    private readonly connection: DuckDBConnection,
    private readonly keys: AnswerKeys,
    private readonly store: KeptStore,
  ) {
    this.shown = new ShownFiles(connection);
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
    await this.shown.put(view, [file], view);
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
