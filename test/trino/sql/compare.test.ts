import type { Answer } from './answer';
import { compareAnswers } from './compare';

const answer = (rows: Answer['rows'], kind: 'integer' | 'text' = 'integer', name = 'a'): Answer => ({
  columns: [{ name, kind }],
  rows,
});

test.each([
  ['the same rows in the same order', [[1], [2]], [[1], [2]], true],
  ['the same rows in any order, where none is asked for', [[1], [2], [2]], [[2], [1], [2]], false],
  ['sums of fractions in another order', [[0.1 + 0.2]], [[0.3]], false],
  ['nothing', [], [], true],
])('%s are the same answer', (_name, trino, duckdb, ordered) => {
  expect(compareAnswers(answer(trino), answer(duckdb), ordered)).toEqual([]);
});

test('rows that one engine has more often are reported', () => {
  expect(compareAnswers(answer([[1], [1], [2]]), answer([[2], [1], [3]]), false)).toEqual([
    {
      kind: 'rows',
      summary: '1 only in trino, 1 only in duckdb',
      examples: ['trino  [1]', 'duckdb [3]'],
    },
  ]);
});

test('NULL, nothing and a word for it are three things', () => {
  for (const [one, other] of [
    [null, ''],
    [null, 'null'],
    [1, '1'],
    [true, 'true'],
  ])
    expect(compareAnswers(answer([[one]]), answer([[other]]), false)).toHaveLength(1);
});

test('another order counts where one is asked for', () => {
  expect(compareAnswers(answer([[1], [2]]), answer([[2], [1]]), true)).toMatchObject([{ kind: 'order' }]);
});

test('types and names of columns are compared', () => {
  expect(compareAnswers(answer([[1]]), answer([[1]], 'text'), false)).toMatchObject([
    { kind: 'types', summary: 'a is integer in trino, text in duckdb' },
  ]);
  expect(
    compareAnswers(answer([], 'text', '_col0'), answer([], 'text', 'count_star()'), false),
  ).toMatchObject([{ kind: 'columns', summary: 'trino _col0; duckdb count_star()' }]);
});
