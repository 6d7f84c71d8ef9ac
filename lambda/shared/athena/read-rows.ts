import { paginateGetQueryResults, type AthenaClient } from '@aws-sdk/client-athena';
import type { TextRow } from './text-row';

/**
 * The rows that a finished query answered; Athena hands them over in pages of up to 1,000, the first of which begins
 * with the columns' names.
 */
export async function readRows(athena: AthenaClient, queryExecutionId: string): Promise<TextRow[]> {
  const pages = paginateGetQueryResults({ client: athena }, { QueryExecutionId: queryExecutionId });
  const rows: TextRow[] = [];
  let isFirst = true;
  for await (const { ResultSet } of pages) {
    const columns = ResultSet?.ResultSetMetadata?.ColumnInfo?.map(({ Name }) => Name ?? '') ?? [];
    for (const { Data } of (ResultSet?.Rows ?? []).slice(isFirst ? 1 : 0)) {
      rows.push(
        Object.fromEntries(columns.map((name, index) => [name, Data?.[index]?.VarCharValue ?? null])),
      );
    }
    isFirst = false;
  }
  return rows;
}
