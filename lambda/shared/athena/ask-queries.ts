import type { AthenaClient } from '@aws-sdk/client-athena';
import { readRows } from './read-rows';
import { runStatement, type StatementDependencies } from './run-statement';
import type { TextRow } from './text-row';

/** The text of the queries that a function may ask, by their names. */
export type QueryTexts = Readonly<Record<string, string>>;

/**
 * Asks queries of `athena-ddl/queries` by their names.
 * @throws StatementError with Athena's own message
 */
export function askQueries(
  texts: QueryTexts,
  deps: Omit<StatementDependencies, 'athena'> & { readonly athena: AthenaClient },
): (name: string) => Promise<TextRow[]> {
  return async (name) => {
    const sql = texts[name];
    if (sql === undefined) throw new Error(`the query ${name} is not part of this function`);
    return readRows(deps.athena, await runStatement(sql, deps));
  };
}
