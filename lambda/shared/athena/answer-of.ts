import { paginateGetQueryResults, type AthenaClient } from '@aws-sdk/client-athena';
import type { Answer } from '../../../athena-ddl/read-answer';

/**
 * What a finished query answered; Athena hands it over in pages of up to 1,000 rows, the first of which begins with the
 * columns' names.
 */
export async function answerOf(athena: AthenaClient, queryExecutionId: string): Promise<Answer> {
  const pages = paginateGetQueryResults({ client: athena }, { QueryExecutionId: queryExecutionId });
  let columns: { name: string }[] | undefined;
  const rows: (string | null)[][] = [];
  for await (const { ResultSet } of pages) {
    const page = (ResultSet?.Rows ?? []).slice(columns === undefined ? 1 : 0);
    columns ??= (ResultSet?.ResultSetMetadata?.ColumnInfo ?? []).map(({ Name = '' }) => ({ name: Name }));
    rows.push(...page.map(({ Data = [] }) => Data.map(({ VarCharValue }) => VarCharValue ?? null)));
  }
  return { columns: columns ?? [], rows };
}
