import type { DigestRows } from '../../../lambda/digest/compose-digest';
import { digestQueries } from '../../../lambda/digest/contract';
import type { TextRow } from '../../../lambda/shared/athena/text-row';

/** Rows of a digest: a quiet organization of two accounts, with what a case says instead. */
export function digestRows(given: Partial<DigestRows> = {}): DigestRows {
  const none = Object.fromEntries(digestQueries.map((query) => [query, []])) as unknown as DigestRows;
  return { ...none, digest_coverage: [coverage()], digest_numbers: [numbers(0), numbers(7)], ...given };
}

export function coverage(given: TextRow = {}): TextRow {
  return {
    report_date: '2026-11-22',
    expected: '2',
    collected: '2',
    failed: '0',
    missing: '0',
    pending: '0',
    unexpected: '0',
    silent_before: '0',
    newly_silent: '0',
    unreadable_rows: '0',
    directory_age_days: '0',
    ...given,
  };
}

export function numbers(daysAgo: number, given: TextRow = {}): TextRow {
  return {
    days_ago: String(daysAgo),
    accounts: '2',
    users: '9',
    console_users: '4',
    console_users_without_mfa: '1',
    active_keys: '3',
    old_active_keys: '2',
    ...given,
  };
}

export const payments = { account_id: '100000000005', account_name: 'Payments' };
export const sandbox = { account_id: '100000000007', account_name: 'Sandbox 1' };

export function criticalFinding(control: string, evidence: string, account: TextRow = payments): TextRow {
  return { ...account, user_name: '<root_account>', control, credential: 'user', evidence };
}

export function findingChange(change: 'new' | 'resolved', given: TextRow = {}): TextRow {
  return {
    days: '7',
    change,
    severity: 'high',
    control: 'console-mfa',
    ...payments,
    user_name: 'jane.doe',
    evidence: 'password enabled, MFA off',
    status: 'open',
    ...given,
  };
}

export function credentialChange(
  evidence: string,
  day: string,
  daysAgo: number,
  given: TextRow = {},
): TextRow {
  return {
    report_date: day,
    days_ago: String(daysAgo),
    evidence,
    ...payments,
    user_name: 'jane.doe',
    ...given,
  };
}
