import { runRecordKey } from '../report/object-key';
import { jsonLine } from '../report/json-line';
import type { RunRecord } from '../report/run-record';
import { reserveMs } from './contract';
import { errorOf } from './error-of';
import type { FactDependencies } from './facts/read-facts';
import { storeFacts } from './facts/store-facts';
import { storeReport, type StoreReportDependencies, type StoredReport } from './store-report';

/** What a run works with. Everything it knows of the world comes from here. */
export interface CollectDependencies extends StoreReportDependencies, FactDependencies {
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
 * Collects one account's credential report: stores the untouched bytes, then a record of the run, then what IAM tells
 * beside the report, which harms neither, and the record that says so.
 * @throws what went wrong, after a record with status `failed` was stored, so that the invocation is retried
 */
export async function collect(deps: CollectDependencies, request: CollectRequest): Promise<Collected> {
  const { accountId, scheduledAt } = request;
  let record: RunRecord = {
    account_id: accountId,
    account_name: '',
    status: 'failed',
    scheduled_at: scheduledAt.toISOString(),
    started_at: deps.now().toISOString(),
    finished_at: '',
    report_generated_at: null,
    users: null,
    bytes: null,
    sha256: null,
    key: null,
    facts: null,
    collector_version: deps.version,
    warnings: [],
    error: null,
  };
  const put = (how: 'putNew' | 'replace', more: Partial<RunRecord>) => {
    record = { ...record, ...more, finished_at: deps.now().toISOString() };
    return deps.store[how](runRecordKey(scheduledAt, accountId), jsonLine(record), 'application/json');
  };

  let stored: StoredReport;
  try {
    stored = await storeReport(deps, accountId, scheduledAt);
  } catch (error) {
    const { name, message } = errorOf(error);
    await put('putNew', { error: { name, message } }).catch((putError: unknown) => {
      throw new AggregateError([error, putError], `${message}; the run record could not be stored either`);
    });
    throw error;
  }
  const { isNew, keyHolders, ...report } = stored;
  // A run that stored nothing new must not overwrite what an earlier run reported.
  const outcome = await put(isNew ? 'replace' : 'putNew', { ...report, status: 'collected' });
  const counts = isNew || outcome !== 'exists';
  if (counts && deps.facts !== 'none' && deps.remainingMs() >= reserveMs.put) {
    const warnings = [...report.warnings];
    const facts = await storeFacts(deps, request, keyHolders, (text) => warnings.push(text));
    // The record without the facts is there already.
    await put('replace', { facts, warnings }).catch(() => undefined);
  }
  return { record, isNew };
}
