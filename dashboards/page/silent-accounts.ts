import type { PageData } from '../page-data';

/** An account of whose newest day there is no report. */
export interface SilentAccount {
  readonly account: string;
  readonly status: string;
  /** Empty where nothing tells. */
  readonly reason: string;
  /** The first day of the silence, in the days shown. */
  readonly since: string;
}

/** Accounts whose report of today failed or is missing, those with most gaps first. */
export function silentAccounts({ coverageGaps: { rows }, asOf }: PageData): SilentAccount[] {
  return rows
    .filter((row) => row.day === asOf && isGap(row.status))
    .map((row) => ({
      account: accountWords(row.account_id, row.account_name),
      status: row.status,
      reason: row.reason,
      since: sinceOf(rows.filter(({ account_id }) => account_id === row.account_id)),
    }));
}

function isGap(status: string): boolean {
  return status === 'failed' || status === 'missing';
}

/** The day after the newest day that is no gap. */
function sinceOf(days: readonly { readonly day: string; readonly status: string }[]): string {
  const newestFirst = [...days].sort((one, other) => other.day.localeCompare(one.day));
  const end = newestFirst.findIndex(({ status }) => !isGap(status));
  return newestFirst.at(end === -1 ? -1 : end - 1)?.day ?? '';
}

/** An account as a reader knows it; its name may be unknown. */
export function accountWords(id: string, name: string): string {
  return name === '' ? id : `${name} (${id})`;
}
