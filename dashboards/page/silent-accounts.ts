import type { PageData } from '../page-data';
import { accountWords } from './account-words';

/** An account of whose newest day there is no report. */
export interface SilentAccount {
  readonly id: string;
  readonly account: string;
  readonly status: string;
  /** Empty where nothing tells. */
  readonly reason: string;
  /** The first silent day after the last report. */
  readonly since: string;
}

/** Accounts whose report of today failed or is missing, those with most gaps first. */
export function silentAccounts({ coverageGaps: { rows }, asOf }: PageData): SilentAccount[] {
  return rows.flatMap(({ day, account_id, account_name, status, reason, since }) =>
    day === asOf && since !== null
      ? [{ id: account_id, account: accountWords(account_id, account_name), status, reason, since }]
      : [],
  );
}
