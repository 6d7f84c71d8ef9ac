import { paginateGetQueryResults, type AthenaClient } from '@aws-sdk/client-athena';
import type { Answer } from '../../../athena-ddl/read-answer';

/** An answer whose values are text, with the type that Athena gave each column: `varchar`, `bigint`, `timestamp`. */
export interface AthenaAnswer extends Answer {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/**
 * What a finished query answered; Athena hands it over in pages of up to 1,000 rows, the first of which begins with the
 * columns' names where the statement is a SELECT.
 */
export async function answerOf(athena: AthenaClient, queryExecutionId: string): Promise<AthenaAnswer> {
  const pages = paginateGetQueryResults({ client: athena }, { QueryExecutionId: queryExecutionId });
  let columns: AthenaAnswer['columns'] | undefined;
  const rows: (string | null)[][] = [];
  for await (const { ResultSet } of pages) {
    const page = (ResultSet?.Rows ?? []).map(({ Data = [] }) =>
      Data.map(({ VarCharValue }) => VarCharValue ?? null),
    );
    if (columns === undefined) {
      const info = ResultSet?.ResultSetMetadata?.ColumnInfo ?? [];
      columns = info.map(({ Name = '', Type = 'varchar' }) => ({ name: Name, type: Type }));
      if (isHeader(page[0], columns)) page.shift();
    }
    rows.push(...page);
  }
  return { columns: columns ?? [], rows };
}

function isHeader(row: readonly (string | null)[] | undefined, columns: AthenaAnswer['columns']): boolean {
  return row?.length === columns.length && columns.every(({ name }, index) => row[index] === name);
}
