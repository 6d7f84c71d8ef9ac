import { createHash } from 'node:crypto';
import type { IAMClient } from '@aws-sdk/client-iam';
import { accountNameFits, reportKey, runRecordKey } from '../report/object-key';
import { runRecordLine, type RunRecord } from '../report/run-record';
import type { ObjectStore } from '../shared/object-store/object-store';
import { checkReport } from './check-report';
import { fetchReport, type Waiting } from './fetch-report';

/** What a run works with. Everything it knows of the world comes from here. */
export interface CollectDependencies extends Waiting {
  readonly iam: Pick<IAMClient, 'send'>;
  /** The account's name in Organizations; a rejection costs the name, never the report. */
  readonly accountName: () => Promise<string>;
  readonly store: ObjectStore;
  /** Recorded in the run record. */
  readonly version: string;
}

/** What a run is for. */
export interface CollectRequest {
  readonly accountId: string;
  /** Decides the day, in UTC. */
  readonly scheduledAt: Date;
}

/**
 * Collects one account's credential report: waits for IAM to generate it, proves whose it is, and stores the
 * untouched bytes, then a record of the run.
 * @returns the record as stored
 * @throws what went wrong, after a record with status `failed` was stored, so that the invocation is retried
 */
export async function collect(deps: CollectDependencies, request: CollectRequest): Promise<RunRecord> {
  const { accountId, scheduledAt } = request;
  const draft = {
    account_id: accountId,
    account_name: '',
    scheduled_at: scheduledAt.toISOString(),
    started_at: deps.now().toISOString(),
    collector_version: deps.version,
  };
  const store = (record: RunRecord, how: 'putNew' | 'replace') =>
    deps.store[how](runRecordKey(scheduledAt, accountId), runRecordLine(record), 'application/json');

  let stored: { readonly record: RunRecord; readonly isNew: boolean };
  try {
    stored = await storeReport(deps, request, draft);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const failed = {
      report_generated_at: null,
      users: null,
      bytes: null,
      sha256: null,
      key: null,
      warnings: [],
    };
    await store(
      {
        ...draft,
        ...failed,
        status: 'failed',
        finished_at: deps.now().toISOString(),
        error: { name, message },
      },
      'putNew',
    ).catch((putError: unknown) => {
      throw new AggregateError([error, putError], `${message}; the run record could not be stored either`);
    });
    throw error;
  }
  // A run that stored nothing new must not overwrite what an earlier run told.
  await store(stored.record, stored.isNew ? 'replace' : 'putNew');
  return stored.record;
}

type Draft = Pick<
  RunRecord,
  'account_id' | 'account_name' | 'scheduled_at' | 'started_at' | 'collector_version'
>;

async function storeReport(
  deps: CollectDependencies,
  { accountId, scheduledAt }: CollectRequest,
  draft: Draft,
) {
  const { content, generatedAt } = await fetchReport(deps);
  const { users, warnings } = checkReport(content, accountId);
  const accountName = await readableName(deps, accountId, warnings);
  const key = reportKey(scheduledAt, accountId, accountName);
  const isNew = (await deps.store.putNew(key, content, 'text/csv')) !== 'exists';
  if (!isNew) warnings.push('a report of this day was stored before, this run stored nothing new');
  const record: RunRecord = {
    ...draft,
    account_name: accountName,
    status: 'collected',
    finished_at: deps.now().toISOString(),
    report_generated_at: generatedAt?.toISOString() ?? null,
    users,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    key,
    warnings,
    error: null,
  };
  return { record, isNew };
}

async function readableName(
  deps: CollectDependencies,
  accountId: string,
  warnings: string[],
): Promise<string> {
  try {
    const name = await deps.accountName();
    if (accountNameFits(accountId, name)) return name;
    warnings.push('the account name is too long for an object name and was left out');
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    warnings.push(`the account name could not be read: ${name}: ${message}`);
  }
  return '';
}
