import { openLocalAthena, type LocalAthena } from '../../local/athena';
import type { Dataset } from './datasets/dataset';
import { writePast } from './datasets/write-past';
import { inTurns } from '../../lambda/shared/runtime/in-turns';
import { localMoment } from './local-moment';
import type { Outcome } from './outcome';
import { duckdbAnswer, trinoAnswer, type Answer } from './sql/answer';
import { atMoment, type Moment } from './sql/at-moment';
import { compareAnswers } from './sql/compare';
import { statements, type Statement } from './sql/statements';
import type { Tier } from './tier';

/** Days that the tables of a dataset reach back. */
const retentionDays = 60;

/** Statements at a time: while one is planned, another one reads. */
const atATime = 2;

/** Runs every statement over a dataset on both engines. */
export async function runDataset(
  tier: Tier,
  dataset: Dataset,
  tell: (outcome: Outcome) => void = () => undefined,
): Promise<readonly Outcome[]> {
  const { name, folder, asOf, now } = dataset;
  const database = dataset.database ?? name;
  const local = await openLocalAthena({
    dataFolder: folder,
    ...(asOf !== undefined && { asOf }),
    ...(now !== undefined && { now: () => new Date(now) }),
  });
  try {
    const moment = localMoment(folder, dataset);
    await writePast(folder, name, moment.today);
    await tier.catalog.create(database, { bucket: name, retentionDays, today: moment.today });
    await tier.catalog.copyViews(tier.viewsOf, database, moment);
    return await inTurns(statements(dataset.withSteps), atATime, async (statement) => {
      const outcome = await runOne(tier, dataset, local, moment, statement);
      tell(outcome);
      return outcome;
    });
  } finally {
    local.close();
  }
}

async function runOne(
  tier: Tier,
  { name, database = name }: Dataset,
  local: LocalAthena,
  moment: Moment,
  statement: Statement,
): Promise<Outcome> {
  const [trino, duckdb] = await Promise.all([
    attempt(async () =>
      trinoAnswer(await tier.trino.run(database, atMoment(statement.athena(database), moment)), name),
    ),
    attempt(async () => duckdbAnswer(await local.query(statement.local))),
  ]);
  const named = { dataset: name, statement: statement.name };
  if (typeof trino === 'string' || typeof duckdb === 'string') {
    const failed = [
      ...(typeof trino === 'string' ? [`trino: ${trino}`] : []),
      ...(typeof duckdb === 'string' ? [`duckdb: ${duckdb}`] : []),
    ];
    return { ...named, rows: 0, differences: [{ kind: 'error', summary: failed.join('; '), examples: [] }] };
  }
  const differences = compareAnswers(trino, duckdb, statement.ordered);
  return { ...named, rows: trino.rows.length, differences };
}

async function attempt(run: () => Promise<Answer>): Promise<Answer | string> {
  try {
    return await run();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
