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
  const { content, generatedAt } = await fetchReport({
    ...deps,
    remainingMs: () => deps.remainingMs() - reserveMs.report,
  });
  const now = deps.now();
  const { users, warnings } = checkReport(content, accountId);
  const { name, warnings: nameWarnings } = await accountNameOrWarning(deps, accountId);
  const key = reportKey(day, accountId, name);
  const outcome = await inTime('S3', deps.abortIn(deps.remainingMs() - reserveMs.put), (abortSignal) =>
    deps.store.putNew(key, content, 'text/csv', abortSignal),
  );
  const isNew = outcome !== 'exists';
  return {
    account_name: name,
    report_generated_at: generatedAt?.toISOString() ?? null,
    users,
    bytes: content.length,
    sha256: sha256Of(content),
    key,
    warnings: [
      ...warnings,
      ...nameWarnings,
      ...oddGeneratedTime(generatedAt, now),
      ...(isNew ? [] : [nothingNew]),
    ],
    isNew,
  };
}
