import { viewFiles } from '../../athena-ddl/sql-files';

const views = viewFiles().map(({ name }) => name);

const source = new RegExp(`\\b(FROM|JOIN) (${views.join('|')})\\b`, 'g');

/**
 * A question's SQL as QuickSight sends it to Athena: there no database is chosen, so the views carry its name.
 * @param database as Athena knows it
 */
export function dataSetSql(sql: string, database: string): string {
  return sql.replace(source, `$1 ${database}.$2`);
}
