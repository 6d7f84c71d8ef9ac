import { coverage, criticalFinding, credentialChange, digestRows, findingChange, gap } from './rows';

const numbersTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const account = (number: number) => ({
  account_id: String(100_000_001_000 + number),
  account_name: `Account ${number}`,
});

/** What 1,000 accounts have in common: the same in many of them, so that a line each would hide what differs. */
export const largeOrganization = digestRows({
  digest_coverage: [coverage({ expected: 1000, collected: 988, failed: 8, missing: 4 })],
  digest_gaps: numbersTo(12).map((number) =>
    gap({
      ...account(number),
      since: `2026-11-${String(9 + number).padStart(2, '0')}`,
      days_silent: 14 - number,
      last_collected: `2026-11-${String(8 + number).padStart(2, '0')}`,
      ...(number > 8
        ? {}
        : { status: 'failed', reason: 'AccessDenied: an SCP denies iam:GenerateCredentialReport' }),
    }),
  ),
  digest_findings: [{ severity: 'critical', open_findings: 300, excepted_findings: 0, expired_findings: 0 }],
  digest_critical: numbersTo(300).map((number) => ({
    ...criticalFinding('root-mfa', 'MFA is off, the root user has a password', account(number)),
    owner: number % 2 === 0 ? 'web' : null,
  })),
  digest_finding_changes: [
    ...numbersTo(300).map((number) =>
      // The newest is in the last account.
      findingChange(number === 300 ? 'new' : 'unchanged', {
        ...account(number),
        severity: 'critical',
        control: 'root-mfa',
        user_name: '<root_account>',
        credential: 'user',
      }),
    ),
    ...numbersTo(40).map((number) => findingChange('new', account(number))),
    ...numbersTo(6).map((number) =>
      findingChange('resolved', { ...account(900 + number), severity: 'medium', control: 'key-rotation' }),
    ),
    // What the deletions below resolved.
    ...numbersTo(30).map((number) =>
      findingChange('resolved', { ...account(number), severity: 'low', control: 'user-mfa' }),
    ),
    findingChange('resolved', { ...account(50), user_name: 'left', severity: 'low', control: 'user-mfa' }),
  ],
  digest_changes: [
    // Somebody who was deleted twice in a week is named once.
    ...[1, ...numbersTo(30)].map((number) => ({
      ...credentialChange('user deleted', '2026-11-20', 2, 'jane.doe'),
      ...account(number),
      change: 'user_deleted',
    })),
    { ...credentialChange('MFA on', '2026-11-19', 3, 'left'), ...account(50), change: 'mfa_on' },
  ],
});
