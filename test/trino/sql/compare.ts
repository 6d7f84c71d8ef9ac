import type { Answer } from './answer';

export type DifferenceKind = 'error' | 'columns' | 'types' | 'rows' | 'order';

/** How two answers to one statement differ. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** The same for the same difference, so that a reviewed list can name it. */
  readonly summary: string;
  /** Some of it, to look at. */
  readonly examples: readonly string[];
}

const mostExamples = 5;

/** Compares answers: rows in any order, or in the order of the answers where the statement asks for one. */
export function compareAnswers(trino: Answer, duckdb: Answer, ordered: boolean): readonly Difference[] {
  const names = (answer: Answer) => answer.columns.map(({ name }) => name).join(', ');
  if (names(trino) !== names(duckdb))
    return [{ kind: 'columns', summary: `trino ${names(trino)}; duckdb ${names(duckdb)}`, examples: [] }];
  return [...types(trino, duckdb), ...compareRows(trino.rows, duckdb.rows, ordered)];
}

function types(trino: Answer, duckdb: Answer): readonly Difference[] {
  const other = trino.columns.flatMap(({ name, kind }, i) => {
    const second = duckdb.columns[i]?.kind;
    return kind === second ? [] : [`${name} is ${kind} in trino, ${second} in duckdb`];
  });
  return other.length === 0 ? [] : [{ kind: 'types', summary: other.join('; '), examples: [] }];
}

/** Of columns that are the same. */
export function compareRows(
  trino: Answer['rows'],
  duckdb: Answer['rows'],
  ordered: boolean,
): readonly Difference[] {
  const [first, second] = [trino.map(textOf), duckdb.map(textOf)];
  const [onlyTrino, onlyDuckdb] = [without(first, second), without(second, first)];
  if (onlyTrino.length + onlyDuckdb.length > 0)
    return [
      {
        kind: 'rows',
        summary: `${onlyTrino.length} only in trino, ${onlyDuckdb.length} only in duckdb`,
        examples: [
          ...onlyTrino.slice(0, mostExamples).map((row) => `trino  ${row}`),
          ...onlyDuckdb.slice(0, mostExamples).map((row) => `duckdb ${row}`),
        ],
      },
    ];
  const place = ordered ? first.findIndex((row, i) => row !== second[i]) : -1;
  if (place === -1) return [];
  const examples = [`trino  ${first[place]}`, `duckdb ${second[place]}`];
  return [{ kind: 'order', summary: `the same rows in another order`, examples }];
}

/** `-0` and `0`, and the last digits of sums of fractions, are no difference. */
function textOf(row: readonly unknown[]): string {
  return JSON.stringify(row, (_name, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(12)) : value,
  );
}

/** What the first list has more of than the second. */
function without(all: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const row of others) left.set(row, (left.get(row) ?? 0) + 1);
  return all.filter((row) => {
    const count = left.get(row) ?? 0;
    left.set(row, count - 1);
    return count <= 0;
  });
}
