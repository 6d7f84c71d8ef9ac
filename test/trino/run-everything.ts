import { join } from 'node:path';
import { runCounting, type CountedAnswer } from './counting/run-counting';
import { caseDatasets } from './datasets/cases';
import { countedDataset } from './datasets/counted';
import { demoDataset } from './datasets/demo';
import { hostileDataset } from './datasets/hostile';
import { randomDataset } from './datasets/random';
import { recordedDataset } from './datasets/recorded';
import { inTurns } from './in-turns';
import type { Outcome } from './outcome';
import { runCase } from './run-case';
import { runDataset } from './run-dataset';
import { withTier } from './tier';

/** Cases at a time: most of a case's time is waiting for one small statement after the other. */
const casesAtATime = 3;

/** Everything that the tier found out. */
export interface Findings {
  readonly outcomes: readonly Outcome[];
  readonly counted: readonly CountedAnswer[];
}

/** Makes the data below the folder, starts the servers, and asks everything; tells meanwhile how far it is. */
export async function runEverything(folder: string): Promise<Findings> {
  const cases = caseDatasets(join(folder, 'cases'));
  const counted = countedDataset(join(folder, 'counted'), new Date());
  const datasets = [
    recordedDataset(join(folder, 'recorded')),
    hostileDataset(join(folder, 'hostile')),
    randomDataset(join(folder, 'random')),
    await demoDataset(join(folder, 'demo')),
  ];
  return withTier([...cases, counted, ...datasets], async (tier) => {
    const outcomes: Outcome[] = [];
    const answers = await told('counted requests', () => runCounting(tier, counted));
    outcomes.push(
      ...(await told('cases', () => inTurns(cases, casesAtATime, (one) => runCase(tier, one)))).flat(),
    );
    for (const dataset of datasets)
      outcomes.push(...(await told(dataset.name, () => runDataset(tier, dataset))));
    return { outcomes, counted: answers };
  });
}

async function told<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = Date.now();
  const result = await work();
  console.error(`${what}: ${Math.round((Date.now() - start) / 1000)} s`);
  return result;
}
