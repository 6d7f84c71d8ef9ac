import type { Column, Question, RowOf } from './question';

/** What an engine answers: Athena tells every value as text, DuckDB numbers as numbers. */
export interface Answer {
  readonly columns: readonly { readonly name: string }[];
  readonly rows: readonly (readonly unknown[])[];
}

/**
 * The rows of an answer as their question declares them.
 * @throws Error naming the query, the column and the value that is not what is declared
 */
export function readAnswer<Asked extends Question>(question: Asked, answer: Answer): RowOf<Asked>[] {
  const { query, columns } = question;
  const names = answer.columns.map(({ name }) => name);
  const declared = Object.keys(columns);
  if (names.join() !== declared.join()) {
    throw new Error(
      `the query ${query} answers the columns ${names.join(', ')}, declared are ${declared.join(', ')}`,
    );
  }
  const entries = Object.entries(columns);
  return answer.rows.map((row) => {
    const read: Record<string, string | number | null> = {};
    for (const [index, [name, column]] of entries.entries()) {
      const value = valueOf(row[index] ?? null, column);
      if (value !== undefined) read[name] = value;
      else
        throw new Error(
          `the query ${query} answers ${JSON.stringify(row[index])} in the column ${name}, declared is ${wordsOf(column)}`,
        );
    }
    return read as RowOf<Asked>;
  });
}

/** Undefined for a value that is none of the column's type. */
function valueOf(value: unknown, { type, isNullable }: Column): string | number | null | undefined {
  if (value === null) return isNullable ? null : undefined;
  if (type === 'integer') {
    const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    return Number.isSafeInteger(number) ? Number(number) : undefined;
  }
  if (typeof value !== 'string' || (type === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(value))) return undefined;
  return value;
}

function wordsOf({ type, isNullable }: Column): string {
  return isNullable ? `${type} or NULL` : type;
}
