import type { DuckDBConnection } from '@duckdb/node-api';
import { messageOf } from '../../lambda/shared/runtime/message-of';
import { QueryError } from './errors';
import type { QueryResult } from './local-athena';
import { plainValue } from './plain-value';

/** @throws QueryError with DuckDB's message */
export async function runStatement(connection: DuckDBConnection, sql: string): Promise<QueryResult> {
  const reader = await connection.runAndReadAll(sql).catch((error: unknown) => {
    throw new QueryError(messageOf(error));
  });
  const types = reader.columnTypes().map(String);
  return {
    columns: reader.columnNames().map((name, index) => ({ name, type: types[index] ?? '' })),
    rows: reader.getRows().map((row) => row.map(plainValue)),
  };
}

/** Whether DuckDB lacked memory below its limit. */
export function isOutOfMemory(error: unknown): boolean {
  return messageOf(error).startsWith('Out of Memory Error');
}

/** Whether a question ends with it, since another way to its answer is not wanted, or takes no less memory. */
export function endsQuestion(error: unknown): boolean {
  return isOutOfMemory(error) || messageOf(error).startsWith('INTERRUPT Error');
}

/** Before every day is opened for a statement that the planner could not follow. @throws QueryError where it is wrong */
export async function refuseWrongSql(connection: DuckDBConnection, sql: string): Promise<void> {
  try {
    await connection.prepare(sql);
  } catch (error) {
    throw new QueryError(messageOf(error));
  }
}
