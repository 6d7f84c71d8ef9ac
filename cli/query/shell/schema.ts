import { answerViews, tableFiles, viewFiles } from '../../../athena-ddl/sql-files';
import type { LocalAthena } from '../../../local/athena';
import { sqlText } from '../../../local/athena/sql-text';

/** A column of a view, with its type as Athena writes it. */
export interface Column {
  readonly name: string;
  readonly type: string;
}

/** Every view and table that a question can name: answers, then tables, then the steps that answers are made of. */
export function relationNames(): readonly string[] {
  return [...new Set([...answerViews(), ...tableFiles(), ...viewFiles()].map(({ name }) => name))];
}

/** The columns of a view or a table in their order; none where there is no such one. */
export async function columnsOf(athena: LocalAthena, relation: string): Promise<readonly Column[]> {
  const { rows } = await athena.query(
    `SELECT column_name, min(data_type) FROM duckdb_columns()
     WHERE table_name = ${sqlText(relation.toLowerCase())} GROUP BY 1 ORDER BY min(column_index)`,
  );
  return rows.map(([name, type]) => ({ name: String(name), type: athenaType(String(type)) }));
}

function athenaType(type: string): string {
  const element = /^(.*)\[\]$/.exec(type)?.[1];
  return element === undefined ? type.toLowerCase() : `array(${athenaType(element)})`;
}
