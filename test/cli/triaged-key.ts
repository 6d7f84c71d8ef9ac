import type { TriagedKey } from '../../athena-ddl/questions/key-triage';

/** A key to act on, with what a case says instead. */
export function triagedKey(given: Partial<TriagedKey> = {}): TriagedKey {
  return {
    place: 1,
    advice: 'delete',
    status: 'open',
    account_id: '100000000003',
    account_name: 'Payments',
    user_name: 'ci-deploy',
    credential: 'access_key_1',
    key_id: 'AKIAEXAMPLE000000001',
    owner: 'web',
    age_days: 300,
    idle_days: 300,
    last_used_on: null,
    last_used_service: null,
    last_used_region: null,
    admin_right: 'no',
    reason: 'never used since it was made 300 days ago',
    exceptions: null,
    report_date: '2026-11-22',
    ...given,
  };
}
