import { randomUUID } from 'node:crypto';
import type { AthenaProps, AthenaQuery } from './athena-props';

/** A query that was started. */
export interface QueryRun {
  readonly id: string;
  readonly query: AthenaQuery;
  readonly startedAt: Date;
  /** Why Glue refused it; undefined when it did not. */
  readonly denied: string | undefined;
  stopped: boolean;
  /** Set once it was carried out: the reason of its failure, or nothing. */
  end?: { readonly failure: string | undefined };
}

type Status = Readonly<Record<string, unknown>>;

/** Keeps the queries, each in its state by the organization's clock: QUEUED, RUNNING, then one of three ends. */
export class QueryDesk {
  private readonly runs = new Map<string, QueryRun>();

  constructor(private readonly props: AthenaProps) {}

  start(query: AthenaQuery, now: Date, denied?: string): string {
    const id = randomUUID();
    this.runs.set(id, { id, query, startedAt: now, denied, stopped: false });
    return id;
  }

  find(id: unknown, accountId: string): QueryRun | undefined {
    const run = this.runs.get(String(id));
    return run?.query.accountId === accountId ? run : undefined;
  }

  stop(run: QueryRun): void {
    run.stopped = true;
  }

  async status(run: QueryRun, now: Date): Promise<Status> {
    const { durations = { queued: 200, running: 800 }, outcome, execute } = this.props;
    const age = now.getTime() - run.startedAt.getTime();
    if (run.stopped) return { State: 'CANCELLED', StateChangeReason: 'Query cancelled by user' };
    if (age < durations.queued) return { State: 'QUEUED' };
    if (age < durations.queued + durations.running) return { State: 'RUNNING' };
    if (run.denied !== undefined) return failed(run.denied, false);
    const planted = outcome?.(run.query);
    if (planted !== undefined) {
      const { state, reason, retryable = false } = planted;
      return state === 'FAILED'
        ? failed(reason ?? 'planted', retryable)
        : { State: state, StateChangeReason: reason };
    }
    run.end ??= await execute(run.query).then(
      () => ({ failure: undefined }),
      (error: unknown) => ({ failure: error instanceof Error ? error.message : String(error) }),
    );
    return run.end.failure === undefined ? { State: 'SUCCEEDED' } : failed(run.end.failure, false);
  }
}

function failed(reason: string, retryable: boolean): Status {
  return {
    State: 'FAILED',
    StateChangeReason: reason,
    AthenaError: { ErrorCategory: 2, ErrorMessage: reason, Retryable: retryable },
  };
}
