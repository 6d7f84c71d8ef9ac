import { runRecordKey } from '../report/object-key';
import { runRecordLine, type RunRecord } from '../report/run-record';
import { storeReport, type StoreReportDependencies, type StoredReport } from './store-report';

/** What a run works with. Everything it knows of the world comes from here. */
export interface CollectDependencies extends StoreReportDependencies {
  /** Recorded in the run record. */
  readonly version: string;
}

/** What a run is for. */
export interface CollectRequest {
  readonly accountId: string;
  /** Decides the day, in UTC. */
  readonly scheduledAt: Date;
}

/** What came of a run. */
export interface Collected {
  readonly record: RunRecord;
  /** False when an earlier run of the day had stored a report: that one is kept, and so is its record. */
  readonly isNew: boolean;
}

/**
 * Collects one account's credential report: stores the untouched bytes, then a record of the run.
 * @throws what went wrong, after a record with status `failed` was stored, so that the invocation is retried
 */
export async function collect(deps: CollectDependencies, request: CollectRequest): Promise<Collected> {
  const { accountId, scheduledAt } = request;
  const draft = {
    account_id: accountId,
    account_name: '',
    scheduled_at: scheduledAt.toISOString(),
    started_at: deps.now().toISOString(),
    collector_version: deps.version,
  };
  const put = (record: RunRecord, how: 'putNew' | 'replace') =>
    deps.store[how](runRecordKey(scheduledAt, accountId), runRecordLine(record), 'application/json');
  const finished = () => ({ finished_at: deps.now().toISOString() });

  let stored: StoredReport;
  try {
    stored = await storeReport(deps, accountId, scheduledAt);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const failed = { ...draft, ...nothingStored, ...finished(), status: 'failed' as const };
    await put({ ...failed, error: { name, message } }, 'putNew').catch((putError: unknown) => {
      throw new AggregateError([error, putError], `${message}; the run record could not be stored either`);
    });
    throw error;
  }
  const { isNew, ...report } = stored;
  const record: RunRecord = { ...draft, ...report, ...finished(), status: 'collected', error: null };
  // A run that stored nothing new must not overwrite what an earlier run reported.
  await put(record, isNew ? 'replace' : 'putNew');
  return { record, isNew };
}

const nothingStored = {
  report_generated_at: null,
  users: null,
  bytes: null,
  sha256: null,
  key: null,
  warnings: [],
} as const;
