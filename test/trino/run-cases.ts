import { dashboardQueries, functionQueries, savedQueries } from '../../athena-ddl/sql-files';
import type { Case } from '../athena-ddl/case';
import { putObjects, type CaseSeries } from './datasets/cases';
import { writePast } from './datasets/write-past';
import type { Outcome } from './outcome';
import { trinoAnswer, type Answer } from './sql/answer';
import { atMoment } from './sql/at-moment';
import { compareRows } from './sql/compare';
import type { Tier } from './tier';

/** Days that the tables of a case reach back: more than any case has. */
const retentionDays = 120;

interface Asked {
  readonly statement: string;
  readonly sql: string;
  /** @default as they come */
  readonly columns?: readonly string[];
  readonly rows: Answer['rows'];
  readonly ordered: boolean;
}

/** Asks Trino what cases ask: it must answer the rows of each, as DuckDB does where the cases are tested. */
export async function runCases(tier: Tier, series: CaseSeries): Promise<readonly Outcome[]> {
  const { name, folder, moment } = series;
  await tier.catalog.create(name, { bucket: name, retentionDays, today: moment.today });
  await tier.catalog.copyViews(tier.viewsOf, name, moment);
  const outcomes: Outcome[] = [];
  for (const [caseName, given] of series.cases) {
    putObjects(folder, given);
    await writePast(folder, name, moment.today);
    for (const question of questionsOf(given)) outcomes.push(await ask(tier, series, caseName, question));
  }
  return outcomes;
}

function questionsOf(given: Case): readonly Asked[] {
  const queries = [...savedQueries(), ...functionQueries(), ...dashboardQueries()];
  const expected = given.expect.map(({ select, rows }) => ({
    statement: select.slice(0, 60),
    sql: `SELECT ${select}`,
    rows,
    ordered: false,
  }));
  const answers = (given.answers ?? []).map(({ query, columns, rows }) => ({
    statement: `query ${query}`,
    sql: queries.find(({ name }) => name === query)?.text ?? query,
    columns,
    rows,
    ordered: true,
  }));
  return [...expected, ...answers];
}

async function ask(
  tier: Tier,
  { name: bucket, moment }: CaseSeries,
  caseName: string,
  asked: Asked,
): Promise<Outcome> {
  const named = { dataset: 'cases', statement: `${caseName}: ${asked.statement}` };
  try {
    const answer = trinoAnswer(await tier.trino.run(bucket, atMoment(asked.sql, moment)), bucket);
    const rows = asked.columns === undefined ? answer.rows : columnsOf(answer, asked.columns);
    return { ...named, rows: rows.length, differences: compareRows(rows, asked.rows, asked.ordered) };
  } catch (error) {
    return {
      ...named,
      rows: 0,
      differences: [{ kind: 'error', summary: `trino: ${String(error)}`, examples: [] }],
    };
  }
}

function columnsOf({ columns, rows }: Answer, wanted: readonly string[]): Answer['rows'] {
  const places = wanted.map((name) => columns.findIndex((column) => column.name === name));
  return rows.map((row) => places.map((place) => row[place]));
}
