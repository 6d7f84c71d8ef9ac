import type { CountedAnswer } from '../counting/run-counting';
import type { Outcome } from '../outcome';
import { markdownTable } from './markdown-table';

/** How many statements ran over each dataset, and how many of their answers differ. */
export function outcomeTable(outcomes: readonly Outcome[]): string {
  const datasets = [...new Set(outcomes.map(({ dataset }) => dataset))];
  const row = (name: string, some: readonly Outcome[]) => [
    name,
    some.length,
    some.reduce((sum, { rows }) => sum + rows, 0),
    some.filter(({ differences }) => differences.length > 0).length,
  ];
  return markdownTable(
    ['data', 'statements', 'rows', 'different'],
    [
      ...datasets.map((name) =>
        row(
          name,
          outcomes.filter(({ dataset }) => dataset === name),
        ),
      ),
      row('all', outcomes),
    ],
  );
}

/** What each counted question lists and reads. */
export function requestTable(answers: readonly CountedAnswer[]): string {
  const total = (answer: CountedAnswer, kind: 'list' | 'get') =>
    Object.values(answer.counts).reduce((sum, count) => sum + count[kind], 0);
  return markdownTable(
    ['question', 'LIST', 'GET'],
    answers.map((answer) => [answer.question, total(answer, 'list'), total(answer, 'get')]),
  );
}
