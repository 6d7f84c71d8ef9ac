import type { DuckDBConnection } from '@duckdb/node-api';

/** A text as a literal of SQL. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Sets a variable to a list of paths, as a parameter: a year is megabytes of them, which DuckDB's parser takes a second for. */
export async function setPaths(
  connection: DuckDBConnection,
  variable: string,
  paths: readonly string[],
): Promise<void> {
  await connection.run(`SET VARIABLE ${variable} = from_json($1, '["VARCHAR"]')`, [JSON.stringify(paths)]);
}
