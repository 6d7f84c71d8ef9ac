import { judge, type ReviewedDifference } from './judge';
import type { Outcome } from './outcome';

const outcome = (statement: string, ...summaries: readonly string[]): Outcome => ({
  dataset: 'random',
  statement,
  rows: 1,
  differences: summaries.map((summary) => ({ kind: 'rows', summary, examples: [`of ${summary}`] })),
});
const reviewed: ReviewedDifference = {
  dataset: 'random',
  kind: 'rows',
  reason: 'looked at',
  statements: { 'view finding': '1 only in trino, 0 only in duckdb' },
};

test('answers that agree are in order', () => {
  expect(judge([outcome('view finding'), outcome('view control')], [])).toEqual([]);
});

test('a difference must have been reviewed for its statement, word for word', () => {
  const known = outcome('view finding', '1 only in trino, 0 only in duckdb');
  expect(judge([known], [reviewed])).toEqual([]);
  const another = outcome('view finding', '2 only in trino, 0 only in duckdb');
  const elsewhere = outcome('view control', '1 only in trino, 0 only in duckdb');
  expect(judge([known, another, elsewhere], [reviewed])).toEqual([
    'random, view finding: rows: 2 only in trino, 0 only in duckdb\n    of 2 only in trino, 0 only in duckdb',
    'random, view control: rows: 1 only in trino, 0 only in duckdb\n    of 1 only in trino, 0 only in duckdb',
  ]);
});

test('a reviewed difference that is no more must leave the list', () => {
  expect(judge([outcome('view finding')], [reviewed])).toEqual([
    'random, view finding: rows: 1 only in trino, 0 only in duckdb\n    was reviewed and is no more',
  ]);
});
