import {
  GetQueryExecutionCommand,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
  type AthenaClient,
  type QueryExecutionStatus,
} from '@aws-sdk/client-athena';
import { canPass } from '../runtime/propagation';
import { isThrottled, StatementError } from './statement-error';

/** What running statements needs. */
export interface StatementDependencies {
  readonly athena: Pick<AthenaClient, 'send'>;
  readonly workGroup: string;
  readonly database: string;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** Milliseconds left for statements; a statement still running then is stopped. */
  readonly remainingMs: () => number;
  /**
   * Milliseconds for which a denial is taken for a permission that has not propagated yet.
   * @default 0: a denial is final
   */
  readonly propagationMs?: number;
}

/** Waits between two looks at a query, in milliseconds: each twice the last one. */
const firstWaitMs = 250;
const longestWaitMs = 5_000;
/** Athena marks failures of its own as retryable; more than this many of them are no accident. */
const retryableAttempts = 3;

/**
 * Runs one statement through Athena and waits for its end.
 * @returns the id of the query execution
 * @throws StatementError with Athena's own message when the statement failed, was cancelled, stayed denied, or the time
 *   is over (it is stopped then)
 */
export async function runStatement(sql: string, deps: StatementDependencies): Promise<string> {
  const deniedUntil = deps.remainingMs() - (deps.propagationMs ?? 0);
  for (let attempt = 1; ; attempt++) {
    let failure: StatementError;
    try {
      const { QueryExecutionId: id } = await deps.athena.send(
        new StartQueryExecutionCommand({
          QueryString: sql,
          WorkGroup: deps.workGroup,
          QueryExecutionContext: { Database: deps.database },
        }),
      );
      if (id === undefined) throw new StatementError(sql, 'Athena started the query without an id');
      const status = await waitForEnd(id, sql, deps, deniedUntil);
      if (status.State === 'SUCCEEDED') return id;
      failure = failureOf(sql, status);
      const again = status.AthenaError?.Retryable === true && attempt < retryableAttempts;
      if (!again && !(canPass(failure) && deps.remainingMs() > deniedUntil)) throw failure;
    } catch (error) {
      if (error instanceof StatementError) throw error;
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      failure = new StatementError(sql, `${name}: ${message}`);
      if (!isThrottled(error) && !(canPass(error) && deps.remainingMs() > deniedUntil)) throw failure;
    }
    const wait = waitMs(attempt + 2);
    if (deps.remainingMs() <= wait) throw failure;
    await deps.sleep(wait);
  }
}

function waitMs(turn: number): number {
  return Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(turn, 10));
}

/** Looks until the query is in one of the three states that end it. */
async function waitForEnd(
  id: string,
  sql: string,
  deps: StatementDependencies,
  deniedUntil: number,
): Promise<QueryExecutionStatus> {
  for (let turn = 0; ; turn++) {
    const status = await readStatus(id, deps, deniedUntil);
    const state = status?.State;
    if (status !== undefined && (state === 'SUCCEEDED' || state === 'FAILED' || state === 'CANCELLED'))
      return status;
    const wait = waitMs(turn);
    if (deps.remainingMs() <= wait) {
      await deps.athena.send(new StopQueryExecutionCommand({ QueryExecutionId: id }));
      throw new StatementError(sql, `the time is over and the query ${id} is still ${state ?? 'unknown'}`);
    }
    await deps.sleep(wait);
  }
}

/** Undefined when Athena throttles the look, or denies it while permissions propagate: the next one tells. */
async function readStatus(id: string, { athena, remainingMs }: StatementDependencies, deniedUntil: number) {
  try {
    const { QueryExecution } = await athena.send(new GetQueryExecutionCommand({ QueryExecutionId: id }));
    return QueryExecution?.Status;
  } catch (error) {
    if (isThrottled(error) || (canPass(error) && remainingMs() > deniedUntil)) return undefined;
    throw error;
  }
}

function failureOf(
  sql: string,
  { State, StateChangeReason, AthenaError }: QueryExecutionStatus,
): StatementError {
  const reason = AthenaError?.ErrorMessage ?? StateChangeReason ?? 'Athena gave no reason';
  return new StatementError(sql, State === 'CANCELLED' ? `the query was cancelled: ${reason}` : reason);
}
