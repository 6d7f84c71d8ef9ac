import type { Question, RowOf } from '../athena-ddl/question';
import { readAnswer, type Answer } from '../athena-ddl/read-answer';
import { shownText } from './shown-text';

/** Runs one query; text of it may be hostile. */
export type AskSql = (sql: string) => Promise<Answer>;

/**
 * Asks a question. All text passes `shownText` here, so nothing that draws has to think of it.
 * @throws Error that names the query, the column and the value that is not what is declared
 */
export async function readRows<Asked extends Question>(
  question: Asked,
  ask: AskSql,
): Promise<RowOf<Asked>[]> {
  const { columns, rows } = await ask(question.sql);
  const shown = rows.map((row) => row.map((value) => (typeof value === 'string' ? shownText(value) : value)));
  return readAnswer(question, { columns, rows: shown });
}
