import type { AwaitedReports } from './await-reports';
import type { StartedCollector } from './start-collectors';
import { isCollected } from './wait-for-runs';

/** What became of an account: its id, one word, and the function or the reason. */
export type ResultRow = readonly [accountId: string, state: string, detail: string];

/** Collectors that were started, or only found. */
export function startedRows(
  outcomes: readonly StartedCollector[],
  done: 'found' | 'started',
): readonly ResultRow[] {
  return outcomes.map(({ accountId, started }) =>
    started instanceof Error
      ? [accountId, 'failed', `${started.name}: ${started.message}`]
      : [accountId, done, started],
  );
}

/** What became of those that were started: `collected`, `failed`, or `started` still. */
export function awaitedRows(
  outcomes: readonly StartedCollector[],
  { runs }: AwaitedReports,
): readonly ResultRow[] {
  return startedRows(outcomes, 'started').map((row) => {
    const [accountId, state] = row;
    const run = state === 'started' ? runs.get(accountId) : undefined;
    if (run === undefined) return row;
    return isCollected(run)
      ? [accountId, 'collected', `at ${run.finished_at}`]
      : [accountId, 'failed', run.error];
  });
}
