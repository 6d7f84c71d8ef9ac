/** What a query answered: values as text, null where there is none. */
export interface QueryAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Athena hands over at most 1,000 rows at a time, the line of the columns' names among them. */
const maxPage = 1_000;

/** One page of an answer, as GetQueryResults shows it. */
export function resultsPage(
  { columns, rows }: QueryAnswer,
  token: unknown,
  typeOf: (column: string) => string = () => 'varchar',
): Readonly<Record<string, unknown>> {
  const all = [columns, ...rows];
  const start = token === undefined ? 0 : Number(token);
  const end = start + maxPage;
  return {
    ResultSet: {
      ResultSetMetadata: { ColumnInfo: columns.map((Name) => ({ Name, Type: typeOf(Name) })) },
      Rows: all.slice(start, end).map((row) => ({
        Data: row.map((value) => (value === null ? {} : { VarCharValue: value })),
      })),
    },
    ...(end < all.length ? { NextToken: String(end) } : {}),
  };
}
