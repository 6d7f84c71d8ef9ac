import { join } from 'node:path';
import { makeCounted, runCounting, type CountedAnswer } from './counting/run-counting';
import { caseSeries } from './datasets/cases';
import { countedDataset } from './datasets/counted';
import { monthDataset } from './datasets/month';
import { objectsDataset } from './datasets/objects';
import { inTurns } from '../../lambda/shared/runtime/in-turns';
import type { Outcome } from './outcome';
import { runCases } from './run-cases';
import { runDataset } from './run-dataset';
import { runTrail } from './run-trail';
import { withTier } from './tier';

/** Series of cases at a time: most of their time is waiting for one small statement after the other. */
const seriesAtATime = 3;

/** Everything that the tier found out. */
export interface Findings {
  readonly outcomes: readonly Outcome[];
  readonly counted: readonly CountedAnswer[];
}

/** Makes the data below the folder, starts the servers meanwhile, and asks everything; tells how far it is. */
export async function runEverything(folder: string): Promise<Findings> {
  const series = caseSeries(join(folder, 'cases'));
  const counted = countedDataset(join(folder, 'counted'), new Date());
  const objects = objectsDataset(join(folder, 'objects'));
  const monthFolder = join(folder, 'month');
  const month = reported('making the month', () => monthDataset(monthFolder));
  // Whoever waits for it meets the error.
  month.catch(() => undefined);
  const buckets = [...series, counted, objects, { name: 'month', folder: monthFolder }];
  return withTier(join(folder, 'servers'), buckets, counted.name, async (tier) => {
    await reported('making the views', () => makeCounted(tier, counted));
    // Questions that are counted come one after the other, which leaves Trino time for others.
    const [answers, ofTrail, ofCases] = await Promise.all([
      reported('counted requests', () => runCounting(tier, counted)),
      reported('trail', () => runTrail(tier, join(folder, 'trail'))),
      reported('cases', () => inTurns(series, seriesAtATime, (one) => runCases(tier, one))),
    ]);
    const outcomes = [...toldDifferences([...ofTrail, ...ofCases.flat()])];
    for (const dataset of [objects, await month])
      outcomes.push(...toldDifferences(await reported(dataset.name, () => runDataset(tier, dataset))));
    return { outcomes, counted: answers };
  });
}

/** Says at once what differs: the whole takes minutes. */
function toldDifferences(outcomes: readonly Outcome[]): readonly Outcome[] {
  for (const { dataset, statement, differences } of outcomes)
    for (const { kind, summary } of differences)
      console.error(`${dataset}, ${statement}: ${kind}: ${summary}`);
  return outcomes;
}

async function reported<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = Date.now();
  const result = await work();
  console.error(`${what}: ${Math.round((Date.now() - start) / 1000)} s`);
  return result;
}
