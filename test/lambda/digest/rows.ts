import type { DigestRow, DigestRows } from '../../../athena-ddl/questions/digest';

/** Rows of a digest: a quiet organization of two accounts, with what a case says instead. */
export function digestRows(given: Partial<DigestRows> = {}): DigestRows {
  return {
    digest_coverage: [coverage()],
    digest_gaps: [],
    digest_left_accounts: [],
    digest_numbers: [numbers(0), numbers(7)],
    digest_findings: [],
    digest_critical: [],
    digest_organization: [{ organization_id: null }],
    digest_controls: [
      {
        control: 'root-mfa',
        severity: 'critical',
        first_step: 'Register an MFA device for the root user.',
        link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html',
      },
    ],
    digest_keys: [],
    digest_finding_changes: [],
    digest_changes: [],
    digest_exceptions: [],
    ...given,
  };
}

type Given<Query extends keyof DigestRows> = Partial<DigestRow<Query>>;

export function coverage(given: Given<'digest_coverage'> = {}): DigestRow<'digest_coverage'> {
  return {
    report_date: '2026-11-22',
    expected: 2,
    collected: 2,
    failed: 0,
    missing: 0,
    pending: 0,
    unexpected: 0,
    silent_before: 0,
    newly_silent: 0,
    unreadable_rows: 0,
    list_age_days: 0,
    facts_not_read: 0,
    ...given,
  };
}

export function numbers(days_ago: number, given: Given<'digest_numbers'> = {}): DigestRow<'digest_numbers'> {
  return {
    days_ago,
    accounts: 2,
    users: 9,
    console_users: 4,
    console_users_without_mfa: 1,
    active_keys: 3,
    old_active_keys: 2,
    ...given,
  };
}

export const payments = { account_id: '100000000005', account_name: 'Payments' };
export const sandbox = { account_id: '100000000007', account_name: 'Sandbox 1' };

export function gap(given: Given<'digest_gaps'>): DigestRow<'digest_gaps'> {
  return {
    ...payments,
    ou_path: 'Root/Prod',
    status: 'missing',
    reason: null,
    since: '2026-11-22',
    days_silent: 1,
    owner: null,
    last_collected: '2026-11-21',
    ...given,
  };
}

export function criticalFinding(
  control: string,
  evidence: string,
  account = payments,
): DigestRow<'digest_critical'> {
  return {
    ...account,
    user_name: '<root_account>',
    control,
    credential: 'user',
    key_id: null,
    owner: null,
    evidence,
  };
}

export function keyToActOn(given: Given<'digest_keys'> = {}): DigestRow<'digest_keys'> {
  return {
    place: 1,
    advice: 'delete',
    ...payments,
    user_name: 'ci-deploy',
    credential: 'access_key_1',
    key_id: 'AKIAEXAMPLE000000001',
    owner: 'web',
    reason: 'never used since it was made 300 days ago',
    keys_to_act_on: 1,
    ...given,
  };
}

export function findingChange(
  change: 'new' | 'resolved' | 'unchanged',
  given: Given<'digest_finding_changes'> = {},
): DigestRow<'digest_finding_changes'> {
  return {
    days: 7,
    change,
    severity: 'high',
    control: 'console-mfa',
    ...payments,
    user_name: 'jane.doe',
    credential: 'password',
    evidence: 'password enabled, MFA off',
    status: 'open',
    key_id: null,
    ...given,
  };
}

export function credentialChange(
  evidence: string,
  report_date: string,
  days_ago: number,
  user_name = 'jane.doe',
): DigestRow<'digest_changes'> {
  return { report_date, days_ago, ...payments, user_name, change: 'user_created', evidence };
}
