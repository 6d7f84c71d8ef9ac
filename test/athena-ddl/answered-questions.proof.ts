import type { ColumnType, Question } from '../../athena-ddl/question';
import { keyTriageQuestion } from '../../athena-ddl/questions/key-triage';
import type { LocalAthena } from '../../local/athena';
import { ofCommands, ofDashboards, ofFunctions, queries } from './declared-questions';
import { openTwins } from './twins';

type Types = Readonly<Record<ColumnType, readonly string[]>>;

/** Types of DuckDB that hold what is declared. */
const typesOfDashboards: Types = {
  text: ['VARCHAR'],
  integer: ['BIGINT', 'HUGEINT', 'INTEGER'],
  date: ['DATE'],
};
/** Functions read days that were cast to text. */
const typesOfFunctions: Types = { ...typesOfDashboards, date: ['DATE', 'VARCHAR'] };

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
