import type { Ask, Question, RowOf } from '../../athena-ddl/question';
import { readAnswer } from '../../athena-ddl/read-answer';

/** Rows by the query that they stand in for the answer of. */
export type ExampleRows = Readonly<Record<string, readonly RowOf<Question>[]>>;

/** Rows as Athena hands them over: every value as text, NULL as null. */
export function textAnswer({ query, columns }: Question, examples: ExampleRows) {
  const names = Object.keys(columns);
  const textOf = (value: string | number | null | undefined) =>
    value === null || value === undefined ? null : String(value);
  const rows = examples[query];
  if (rows === undefined) throw new Error(`there is no example of what ${query} answers`);
  return { columns: names, rows: rows.map((row) => names.map((name) => textOf(row[name]))) };
}

/** Answers questions with examples. */
export function askExamples(examples: ExampleRows): Ask {
  return (question) => {
    const { columns, rows } = textAnswer(question, examples);
    return Promise.resolve(readAnswer(question, { columns: columns.map((name) => ({ name })), rows }));
  };
}
