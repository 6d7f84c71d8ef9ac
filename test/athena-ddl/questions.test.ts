import type { ColumnType, Question } from '../../athena-ddl/question';
import { digestQuestions, ownersQuestion } from '../../athena-ddl/questions/digest';
import { eventDetailsQuestion } from '../../athena-ddl/questions/event-details';
import { functionQueries } from '../../athena-ddl/sql-files';
import { openLocalAthena, type LocalAthena } from '../../local/athena';
import { storedObjects } from '../local/athena/stored-objects';

const asked: readonly Question[] = [...Object.values(digestQuestions), ownersQuestion, eventDetailsQuestion];

/** Types of DuckDB that hold what is declared; functions read days that were cast to text. */
const types: Readonly<Record<ColumnType, readonly string[]>> = {
  text: ['VARCHAR'],
  integer: ['BIGINT', 'HUGEINT', 'INTEGER'],
  date: ['DATE', 'VARCHAR'],
};

let athena: LocalAthena;
beforeAll(async () => {
  athena = await openLocalAthena({ dataFolder: storedObjects({ 'accounts/2026/11/22/accounts.jsonl': '' }) });
});
afterAll(() => athena.close());

test('every query of functions is declared, once, with its own text', () => {
  const byName = (one: { query: string }, other: { query: string }) => (one.query < other.query ? -1 : 1);
  expect(asked.map(({ query, sql }) => ({ query, sql: sql.trim() })).sort(byName)).toEqual(
    functionQueries().map(({ name, text }) => ({ query: name, sql: text })),
  );
});

test.each(asked.map((question) => [question.query, question] as const))(
  '%s answers the columns that are declared, with their types',
  async (_query, { sql, columns }) => {
    const answer = await athena.query(sql);
    const declared = Object.entries(columns).map(([name, { type }], index) => {
      const got = answer.columns[index]?.type ?? '';
      return { name, type: types[type].includes(got) ? got : types[type].join(' or ') };
    });
    expect(answer.columns).toEqual(declared);
  },
);
