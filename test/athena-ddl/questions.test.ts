import type { ColumnType, Question } from '../../athena-ddl/question';
import { digestQuestions, ownersQuestion } from '../../athena-ddl/questions/digest';
import { eventDetailsQuestion } from '../../athena-ddl/questions/event-details';
import { keyTriageQuestion } from '../../athena-ddl/questions/key-triage';
import { controlsInForce, judgedControls, sentFindings } from '../../athena-ddl/questions/sent-findings';
import { commandQueries, dashboardQueries, functionQueries, savedQueries } from '../../athena-ddl/sql-files';
import { coverageGaps } from '../../dashboards/listings/coverage-gaps';
import { expiringExceptions } from '../../dashboards/listings/expiring-exceptions';
import { allFindings } from '../../dashboards/listings/all-findings';
import { benchmarks } from '../../dashboards/listings/benchmarks';
import { keysToActOn } from '../../dashboards/listings/keys-to-act-on';
import { findingCounts, openFindings } from '../../dashboards/listings/open-findings';
import { dashboardQuestions } from '../../dashboards/questions';
import type { LocalAthena } from '../../local/athena';
import { openTwins } from './twins';

const ofFunctions: readonly Question[] = [
  ...Object.values(digestQuestions),
  ownersQuestion,
  eventDetailsQuestion,
];
const ofCommands: readonly Question[] = [sentFindings, controlsInForce, judgedControls];
const ofDashboards: readonly Question[] = [
  ...Object.values(dashboardQuestions(90)),
  allFindings,
  openFindings,
  findingCounts,
  coverageGaps,
  expiringExceptions,
  keysToActOn,
  benchmarks,
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

const byName = (one: { query: string }, other: { query: string }) => (one.query < other.query ? -1 : 1);

test('every query of functions is declared, once, with its own text', () => {
  expect(ofFunctions.map(({ query, sql }) => ({ query, sql: sql.trim() })).sort(byName)).toEqual(
    functionQueries().map(({ name, text }) => ({ query: name, sql: text })),
  );
});

test('every query of commands is declared, once, with its own text', () => {
  expect(ofCommands.map(({ query, sql }) => ({ query, sql: sql.trim() })).sort(byName)).toEqual(
    commandQueries().map(({ name, text }) => ({ query: name, sql: text })),
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
  const names = [...savedQueries(), ...functionQueries(), ...dashboardQueries(), ...commandQueries()].map(
    ({ name }) => name,
  );
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

const declared: readonly (readonly [question: Question, types: Types])[] = [
  ...[...ofFunctions, ...ofCommands, keyTriageQuestion].map(
    (question) => [question, typesOfFunctions] as const,
  ),
  ...ofDashboards.map((question) => [question, typesOfDashboards] as const),
];

let athena: LocalAthena;
beforeAll(async () => {
  athena = await openTwins();
});
afterAll(() => athena.close());

const queries = [...savedQueries(), ...functionQueries(), ...dashboardQueries(), ...commandQueries()].map(
  ({ name, text }) => [name, text, /\nORDER BY([^]*?)(?:\nLIMIT \d+)?$/.exec(text)?.[1]] as const,
);

test('every query with more than a row has an order', () => {
  expect(queries.flatMap(([name, , order]) => (order === undefined ? [name] : []))).toEqual([
    'digest_coverage',
  ]);
});

/** Of what the query answers: an alias of a table stands for it, and a severity for its rank. */
const ofAnswer = (order: string) =>
  order
    .replaceAll(/\b[a-z]+\.(?=[a-z_]+)/g, '')
    .replaceAll(/min\(severity_rank\)|severity_rank/g, 'severity')
    .replaceAll(/ (?:DESC|ASC|NULLS (?:FIRST|LAST))\b/g, '');

test.each(queries)(
  '%s answers what is declared, with names and types, in an order that leaves nothing open',
  async (name, text, order = "''") => {
    const all = text.replace(/\nLIMIT \d+$/, '');
    const answer = await athena.query(
      `SELECT *, cast(row(${ofAnswer(order)}) AS varchar) AS in_order FROM (${all}) AS answer`,
    );
    const columns = answer.columns.slice(0, -1);
    // Each engine calls a column without a name otherwise.
    expect(columns.map((column) => column.name).filter((one) => !/^[a-z][a-z0-9_]*$/.test(one))).toEqual([]);
    for (const [question, types] of declared.filter(([{ query }]) => query === name)) {
      const wanted = Object.entries(question.columns).map(([column, { type }], index) => {
        const got = columns[index]?.type ?? '';
        return { name: column, type: types[type].includes(got) ? got : types[type].join(' or ') };
      });
      expect(columns).toEqual(wanted);
    }
    const distinct = (rows: readonly unknown[]) => new Set(rows.map((row) => JSON.stringify(row))).size;
    expect(distinct(answer.rows.map((row) => row.at(-1)))).toBe(
      distinct(answer.rows.map((row) => row.slice(0, -1))),
    );
  },
);
