import type { IAMClient } from '@aws-sdk/client-iam';
import { reportKey } from '../report/object-key';
import type { RunRecord } from '../report/run-record';
import { sha256Of } from '../report/sha256';
import type { ObjectStore } from '../shared/object-store/object-store';
import { accountNameOrWarning, type NameDependencies } from './account-name-or-warning';
import { checkReport } from './check-report';
import { reserveMs } from './contract';
import { fetchReport, type Waiting } from './fetch-report';
import { oddGeneratedTime } from './generated-time';
import { inTime } from './in-time';

/** What a report is fetched and stored with. */
export interface StoreReportDependencies extends Waiting, NameDependencies {
  readonly iam: Pick<IAMClient, 'send'>;
  readonly store: ObjectStore;
}

/** A report in the store, as the run record tells it. */
export interface StoredReport extends Pick<
  RunRecord,
  'account_name' | 'report_generated_at' | 'users' | 'bytes' | 'sha256' | 'key' | 'warnings'
> {
  /** False when a report of the day was there before. */
  readonly isNew: boolean;
  /** Users that have an access key in it. */
  readonly keyHolders: readonly string[];
}

/** The warning of a run that met a report of its day. */
export const nothingNew = 'a report of this day was stored before, this run stored nothing new';

/**
 * Waits for IAM to generate the report, proves whose it is and stores the untouched bytes.
 * @throws what went wrong; a step that gets no answer is given up in time to tell it
 */
export async function storeReport(
  deps: StoreReportDependencies,
  accountId: string,
  day: Date,
): Promise<StoredReport> {
  const { content, generatedAt } = await fetchReport(deps);
  const now = deps.now();
  const { users, warnings, keyHolders } = checkReport(content, accountId);
  const account_name = await accountNameOrWarning(deps, accountId, (text) => warnings.push(text));
  const key = reportKey(day, accountId, account_name);
  const outcome = await inTime(deps, reserveMs.put, 'S3', (abortSignal) =>
    deps.store.putNew(key, content, 'text/csv', abortSignal),
  );
  const isNew = outcome !== 'exists';
  warnings.push(...oddGeneratedTime(generatedAt, now), ...(isNew ? [] : [nothingNew]));
  return {
    account_name,
    report_generated_at: generatedAt?.toISOString() ?? null,
    users,
    bytes: content.length,
    sha256: sha256Of(content),
    key,
    warnings,
    isNew,
    keyHolders,
  };
}
