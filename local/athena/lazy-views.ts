import type { DuckDBConnection } from '@duckdb/node-api';
import type { SqlFile } from '../../athena-ddl/sql-files';

/** Makes views when a statement first names them: binding all of them takes longer than reading a day. */
export class LazyViews {
  private readonly made = new Set<SqlFile>();

  /** `views` in the order in which they can be created. */
  constructor(
    private readonly connection: DuckDBConnection,
    private readonly views: readonly SqlFile[],
  ) {}

  /** Makes what the statement may read; all views for one that is no query, or lists them. */
  async make(sql: string): Promise<void> {
    const query = /^\s*(--.*\s+)*(SELECT|WITH|\()/i.test(sql) && !/information_schema|duckdb_/i.test(sql);
    for (const view of query ? viewsNeeded(sql, this.views) : this.views) await this.makeOne(view);
  }

  private async makeOne(view: SqlFile): Promise<void> {
    if (this.made.has(view)) return;
    await this.connection.run(view.text);
    this.made.add(view);
  }
}

/** Views that a statement reads, themselves or through others. A view reads only those before it, so one pass from the last to the first finds them all. */
export function viewsNeeded(sql: string, views: readonly SqlFile[]): readonly SqlFile[] {
  let text = sql;
  const found: SqlFile[] = [];
  for (const view of [...views].reverse()) {
    if (!new RegExp(`\\b${view.name}\\b`, 'i').test(text)) continue;
    found.unshift(view);
    text += view.text;
  }
  return found;
}
