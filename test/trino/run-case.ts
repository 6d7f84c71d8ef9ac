import { functionQueries, savedQueries, viewFiles } from '../../athena-ddl/sql-files';
import { viewsNeeded } from '../../local/athena/lazy-views';
import { openLocalAthena } from '../../local/athena';
import type { Case } from '../athena-ddl/case';
import type { CaseDataset } from './datasets/cases';
import { momentOf } from './moment-of';
import type { Outcome } from './outcome';
import { trinoAnswer, type Answer } from './sql/answer';
import { atMoment, type Moment } from './sql/at-moment';
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

/** Asks Trino what a case asks: it must answer the rows of the case, as DuckDB does where the cases are tested. */
export async function runCase(tier: Tier, { name, folder, given }: CaseDataset): Promise<readonly Outcome[]> {
  const moment = await momentOfCase(folder, given);
  await tier.catalog.create(name, { bucket: name, retentionDays, today: moment.today });
  const asked = questionsOf(given);
  for (const view of viewsNeeded(asked.map(({ sql }) => sql).join('\n'), viewFiles()))
    await tier.trino.run(name, atMoment(view.text, moment));
  const outcomes: Outcome[] = [];
  for (const question of asked) outcomes.push(await ask(tier, name, moment, question));
  return outcomes;
}

async function momentOfCase(dataFolder: string, { now, asOf }: Case): Promise<Moment> {
  const local = await openLocalAthena({
    dataFolder,
    ...(now !== undefined && { now: () => new Date(now) }),
    ...(asOf !== undefined && { asOf }),
  });
  try {
    return await momentOf(local);
  } finally {
    local.close();
  }
}

function questionsOf(given: Case): readonly Asked[] {
  const queries = [...savedQueries(), ...functionQueries()];
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

async function ask(tier: Tier, database: string, moment: Moment, asked: Asked): Promise<Outcome> {
  const named = { dataset: 'cases', statement: `${database}: ${asked.statement}` };
  try {
    const answer = trinoAnswer(await tier.trino.run(database, atMoment(asked.sql, moment)), database);
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
