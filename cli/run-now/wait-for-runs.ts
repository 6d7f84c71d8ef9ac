import type { RunOfToday } from '../../athena-ddl/questions/runs-of-today';
import { sleepUnless } from '../sleep-unless';

/** Milliseconds between two looks: each reads every run record of the day. */
const lookEveryMs = 30_000;

/** Lambda tries a run that failed after one minute and after two more; so long a failure may still become a report. */
const retriesMs = 600_000;

/** Today's run of each account that has one. */
export type RunsByAccount = ReadonlyMap<string, RunOfToday>;

export interface WaitDependencies {
  /** Reads today's runs. */
  readonly look: () => Promise<RunsByAccount>;
  readonly now: () => Date;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Called once for an account that is waited for no more. */
  readonly ended: (accountId: string) => void;
  readonly stop: AbortSignal;
}

/**
 * Waits until each account has collected, or has failed for good; at most until a time, until the day is over in UTC, or
 * until it is stopped.
 * @param startedAt when the collectors were started
 * @param maxMs milliseconds to wait at most
 * @throws what `look` throws
 */
export async function waitForRuns(
  deps: WaitDependencies,
  accounts: readonly string[],
  startedAt: Date,
  maxMs: number,
): Promise<void> {
  const waiting = new Set(accounts);
  const endsAt = Math.min(startedAt.getTime() + maxMs, endOfDay(startedAt));
  for (;;) {
    const runs = await deps.look();
    for (const account of waiting) {
      const run = runs.get(account);
      if (run === undefined || !isOver(run, startedAt, deps.now())) continue;
      waiting.delete(account);
      deps.ended(account);
    }
    const remaining = endsAt - deps.now().getTime();
    if (waiting.size === 0 || remaining <= 0 || deps.stop.aborted) return;
    await sleepUnless(deps.stop, deps.sleep(Math.min(lookEveryMs, remaining)));
    if (deps.stop.aborted) return;
  }
}

/** What was collected counts before what failed. */
export function runsByAccount(runs: readonly RunOfToday[]): RunsByAccount {
  const failedFirst = runs.toSorted((a, b) => Number(isCollected(a)) - Number(isCollected(b)));
  return new Map(failedFirst.map((run) => [run.account_id, run]));
}

/** A failure of before the start may become a report by it, and a later one by Lambda's retries. */
function isOver(run: RunOfToday, startedAt: Date, now: Date): boolean {
  if (isCollected(run)) return true;
  const failedAt = Date.parse(`${run.finished_at.replace(' ', 'T')}Z`);
  const countsFrom = Math.max(startedAt.getTime(), Number.isNaN(failedAt) ? 0 : failedAt);
  return now.getTime() >= countsFrom + retriesMs;
}

export function isCollected({ status }: RunOfToday): boolean {
  return status === 'collected';
}

function endOfDay(day: Date): number {
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + 1);
}
