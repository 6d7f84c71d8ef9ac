import type { ColumnType, Question } from '../../athena-ddl/question';
import { digestQuestions, ownersQuestion } from '../../athena-ddl/questions/digest';
import { eventDetailsQuestion } from '../../athena-ddl/questions/event-details';
import { keyTriageQuestion } from '../../athena-ddl/questions/key-triage';
import { dashboardQueries, functionQueries, savedQueries } from '../../athena-ddl/sql-files';
import { coverageGaps } from '../../dashboards/listings/coverage-gaps';
import { expiringExceptions } from '../../dashboards/listings/expiring-exceptions';
import { keysToActOn } from '../../dashboards/listings/keys-to-act-on';
import { findingCounts, openFindings } from '../../dashboards/listings/open-findings';
import { dashboardQuestions } from '../../dashboards/questions';
import { openLocalAthena, type LocalAthena } from '../../local/athena';
import { storedObjects } from '../local/athena/stored-objects';

const ofFunctions: readonly Question[] = [
  ...Object.values(digestQuestions),
  ownersQuestion,
  eventDetailsQuestion,
];
const ofDashboards: readonly Question[] = [
  ...Object.values(dashboardQuestions(90)),
  openFindings,
  findingCounts,
  coverageGaps,
  expiringExceptions,
  keysToActOn,
];

type Types = Readonly<Record<ColumnType, readonly string[]>>;

/** Types of DuckDB that hold what is declared. */
const typesOfDashboards: Types = {
  text: ['VARCHAR'],
  integer: ['BIGINT', 'HUGEINT', 'INTEGER'],
  date: ['DATE'],
};
/** Functions read days that were cast to text. */
const typesOfFunctions: Types = { ...typesOfDashboards, date: ['DATE', 'VARCHAR'] };

let athena: LocalAthena;
beforeAll(async () => {
  athena = await openLocalAthena({
    dataFolder: storedObjects({ 'accounts/2026/11/22/accounts.jsonl': '{}\n' }),
  });
});
afterAll(() => athena.close());

const byName = (one: { query: string }, other: { query: string }) => (one.query < other.query ? -1 : 1);

test('every query of functions is declared, once, with its own text', () => {
  expect(ofFunctions.map(({ query, sql }) => ({ query, sql: sql.trim() })).sort(byName)).toEqual(
    functionQueries().map(({ name, text }) => ({ query: name, sql: text })),
  );
});

test('every query of dashboards is declared, once', () => {
  const own = dashboardQueries().map(({ name }) => name);
  // The trend is what people ask too: one statement, one way to count.
  expect(ofDashboards.map(({ query }) => query).sort()).toEqual([...own, 'console_users_trend'].sort());
});

test('people read a label above every column of a dashboard', () => {
  const bare = ofDashboards.flatMap(({ query, columns }) =>
    Object.entries(columns).flatMap(([name, { label }]) => (label === undefined ? [`${query}.${name}`] : [])),
  );
  expect(bare).toEqual([]);
});

test('the name of a query says which one it is, whoever asks it', () => {
  const names = [...savedQueries(), ...functionQueries(), ...dashboardQueries()].map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

const asked: readonly (readonly [query: string, question: Question, types: Types])[] = [
  ...[...ofFunctions, keyTriageQuestion].map(
    (question) => [question.query, question, typesOfFunctions] as const,
  ),
  ...ofDashboards.map((question) => [question.query, question, typesOfDashboards] as const),
];

test.each(asked)(
  '%s answers the columns that are declared, with their types',
  async (_query, { sql, columns }, types) => {
    const answer = await athena.query(sql);
    const declared = Object.entries(columns).map(([name, { type }], index) => {
      const got = answer.columns[index]?.type ?? '';
      return { name, type: types[type].includes(got) ? got : types[type].join(' or ') };
    });
    expect(answer.columns).toEqual(declared);
  },
);
