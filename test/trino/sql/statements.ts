import {
  commandQueries,
  dashboardQueries,
  functionQueries,
  savedQueries,
  viewFiles,
} from '../../../athena-ddl/sql-files';
import { dataSetSql } from '../../../dashboards/quick-sight/data-set-sql';
import { dataSetQueries } from './data-set-queries';

/** A statement that both engines run. */
export interface Statement {
  /** As in the table: `view finding`, `query open_findings`. */
  readonly name: string;
  /** In a database of Athena's. */
  readonly athena: (database: string) => string;
  /** In the local engine. */
  readonly local: string;
  /** Whether the rows come in an order. */
  readonly ordered: boolean;
}

/**
 * Every view whole, and every query; those of QuickSight's datasets as it sends them, with the database in front of views.
 * @param withSteps the views that only other views read among them
 */
export function statements(withSteps: boolean): readonly Statement[] {
  const queries = [...savedQueries(), ...functionQueries(), ...commandQueries()];
  const views = viewFiles().filter(({ name }) => withSteps || !name.startsWith('z_'));
  return [
    ...views.map(({ name }) => same(`view ${name}`, `SELECT * FROM ${name}`)),
    ...queries.map(({ name, text }) => same(`query ${name}`, text)),
    ...dashboardQueries().map(({ name, text }) => same(`query ${name}`, text)),
    ...dataSetQueries().map(({ name, text }) => ({
      ...same(name, text),
      athena: (database: string) => dataSetSql(text, database),
    })),
  ];
}

function same(name: string, sql: string): Statement {
  return { name, athena: () => sql, local: sql, ordered: /\bORDER BY\b[^()]*$/.test(withoutBrackets(sql)) };
}

/** Text outside of brackets: an order within them is not the answer's. */
function withoutBrackets(sql: string): string {
  const inner = sql.replaceAll(/\([^()]*\)/g, '');
  return inner === sql ? sql : withoutBrackets(inner);
}
