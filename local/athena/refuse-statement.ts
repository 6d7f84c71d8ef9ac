import type { DuckDBConnection } from '@duckdb/node-api';
import { messageOf } from '../../lambda/shared/runtime/message-of';
import { wrongDays, wrongDayText } from './day-literals';
import { QueryError } from './errors';
import { sqlText } from './sql-text';
import { asksForNoUser, noUserColumn } from './user-column';

/** @throws QueryError for what is not one statement, compares days in a form that they do not have, or asks for a column of DuckDB's own */
export async function refuseStatement(connection: DuckDBConnection, sql: string): Promise<void> {
  const statements = await connection.extractStatements(sql).catch((error: unknown) => {
    throw new QueryError(messageOf(error));
  });
  if (statements.count !== 1) throw new QueryError(`one statement at a time, received ${statements.count}`);
  // Refused, not warned of: nobody means such a comparison, and rows that are wrong get passed on without the warning.
  const parsed = await connection.runAndReadAll(`SELECT json_serialize_sql(${sqlText(sql)})`);
  const tree: unknown = JSON.parse(String(parsed.getRows()[0]?.[0]));
  if (asksForNoUser(tree)) throw new QueryError(noUserColumn);
  const [wrong] = wrongDays(tree);
  if (wrong !== undefined) throw new QueryError(wrongDayText(wrong));
}
