import { viewFiles } from '../../../athena-ddl/sql-files';
import type { Dataset } from '../datasets/dataset';
import type { Tier } from '../tier';
import { writePast } from '../datasets/write-past';
import { countRequests, type Counts } from './count-requests';
import { countedQuestions } from './counted-questions';

/** The requests of a question. */
export interface CountedAnswer {
  readonly question: string;
  readonly counts: Counts;
}

/** As deployed: nothing is replaced in any statement, and the tables reach back as far as they do by default. */
const retentionDays = 400;

/** Makes the history, the tables and, by their statements, the views. */
export async function makeCounted(tier: Tier, { name, folder }: Dataset): Promise<void> {
  // Today as it will be tomorrow, in case the day ends meanwhile.
  await writePast(folder, name, tomorrow());
  await tier.catalog.create(name, { bucket: name, retentionDays });
  for (const view of viewFiles()) await tier.trino.run(name, view.text);
}

/** Asks one question after the other, and counts what each lists and reads of the bucket. */
export async function runCounting(tier: Tier, { name }: Dataset): Promise<readonly CountedAnswer[]> {
  const answers: CountedAnswer[] = [];
  for (const { name: question, sql } of countedQuestions()) {
    const before = tier.requests.length;
    await tier.trino.run(name, sql(new Date().toISOString().slice(0, 10)));
    answers.push({ question, counts: countRequests(tier.requests.slice(before), name) });
  }
  return answers;
}

function tomorrow(): string {
  return new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
}
