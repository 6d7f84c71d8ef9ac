import type { DigestRows } from '../../../athena-ddl/questions/digest';
import type { MessageContext } from '../../../lambda/shared/messages/message-context';
import type { DigestPeriod } from '../../../lambda/digest/period';
import { largeOrganization } from './large-organization';
import {
  coverage,
  credentialChange,
  digestRows,
  criticalFinding,
  findingChange,
  gap,
  keyToActOn,
  numbers,
  payments,
  sandbox,
} from './rows';

export interface DigestCase {
  /** Also the name of the files with the expected mail and Slack message. */
  readonly name: string;
  readonly period: DigestPeriod;
  readonly rows: DigestRows;
  /** @default nothing is configured */
  readonly context?: MessageContext;
}

const quietLinks = {
  accessPortalUrl: 'https://anycompany.awsapps.com/start',
  accessPortalRole: 'SecurityAudit',
  dashboardUrl: 'https://wiki.example.com/credentials',
};
const week: DigestPeriod = { id: '2026-W47', days: 7 };

/** Rows that Athena answers, and in `cases/` what people then read. */
export const digestCases: readonly DigestCase[] = [
  {
    name: 'busy-week',
    period: week,
    rows: digestRows({
      digest_coverage: [coverage({ expected: 4, collected: 2, failed: 1, missing: 1 })],
      digest_gaps: [
        gap({
          ...payments,
          status: 'failed',
          since: '2026-11-20',
          days_silent: 3,
          owner: 'pay',
          last_collected: '2026-11-19',
          reason: 'AccessDenied: not authorized to perform iam:GenerateCredentialReport',
        }),
        gap({
          ...sandbox,
          status: 'missing',
          since: '2026-10-18',
          days_silent: 36,
          last_collected: null,
          reason: null,
        }),
      ],
      digest_numbers: [
        numbers(0),
        numbers(1, { console_users: 4 }),
        numbers(7, { console_users: 6, active_keys: 2, old_active_keys: 2, users: 1204 }),
      ],
      digest_critical: [
        { ...criticalFinding('root-access-key', 'access key 1 is active'), owner: 'pay <!channel>' },
        criticalFinding('root-mfa', 'MFA is off <!channel>', sandbox),
        { ...criticalFinding('key-quarantined', 'AWS says that a key leaked'), user_name: 'leaked' },
        {
          ...criticalFinding('root-mfa', 'MFA is off'),
          account_id: '100000000009',
          account_name: 'Not judged before',
        },
      ],
      digest_keys: [
        keyToActOn({
          advice: 'quarantined: act now',
          user_name: 'leaked',
          reason: 'AWS says that it leaked <!channel>; used on the day of the report, 10 days old',
          keys_to_act_on: 1206,
        }),
        keyToActOn({
          ...sandbox,
          place: 2,
          advice: 'ask owner',
          credential: 'access_key_2',
          key_id: null,
          owner: null,
          reason: 'never used since it was made 44 days ago; the id of the key is not certain',
          keys_to_act_on: 1206,
        }),
      ],
      digest_findings: [
        { severity: 'critical', open_findings: 4, excepted_findings: 0, expired_findings: 0 },
        { severity: 'high', open_findings: 2, excepted_findings: 1, expired_findings: 0 },
        { severity: 'medium', open_findings: 1204, excepted_findings: 0, expired_findings: 1 },
        { severity: 'info', open_findings: 12, excepted_findings: 30, expired_findings: 1 },
      ],
      digest_finding_changes: [
        findingChange('resolved', { control: 'key-rotation', severity: 'medium', evidence: 'access key 1' }),
        findingChange('new'),
        findingChange('new', {
          control: 'key-rotation',
          status: 'exception_expired',
          key_id: 'AKIAEXAMPLE000000001',
          evidence: 'access key 2',
        }),
        findingChange('new', {
          severity: 'critical',
          control: 'root-access-key',
          user_name: '<root_account>',
          credential: 'user',
          evidence: 'access key 1 is active',
        }),
        // Another period's: a digest of a week leaves it out.
        findingChange('new', { days: 1 }),
        // What a week ago nobody could judge.
        findingChange('unchanged', {
          days: 1,
          severity: 'critical',
          control: 'key-quarantined',
          user_name: 'leaked',
          credential: 'user',
        }),
        // How long critical findings are there: this one was there yesterday and not a week ago.
        findingChange('unchanged', {
          ...sandbox,
          days: 1,
          severity: 'critical',
          control: 'root-mfa',
          user_name: '<root_account>',
          credential: 'user',
        }),
        findingChange('unchanged', {
          ...sandbox,
          severity: 'critical',
          control: 'root-mfa',
          user_name: '<root_account>',
          credential: 'user',
        }),
      ],
      digest_changes: [
        credentialChange('root user last used 2026-11-21', '2026-11-22', 0, '<root_account>'),
        credentialChange('user created', '2026-11-17', 5, 'new.person'),
        credentialChange('user deleted', '2026-11-15', 7, 'too.old'),
      ],
      digest_exceptions: [
        {
          account_id: '100000000005',
          user_name: 'break-glass',
          control: 'console-mfa',
          reason: 'hardware key on order',
          approved_by: 'security@example.com',
          expires_on: '2026-11-27',
          days_left: 5,
        },
        {
          account_id: '*',
          user_name: '*',
          control: 'console-user',
          reason: 'migration',
          approved_by: 'security@example.com',
          expires_on: '2026-11-23',
          days_left: 1,
        },
      ],
      digest_left_accounts: [
        {
          account_id: '100000000010',
          account_name: 'Sold <b>',
          ou_path: 'Root/Sold',
          last_listed_on: '2026-11-19',
          days_ago: 2,
        },
        {
          account_id: '100000000011',
          account_name: '',
          ou_path: '',
          last_listed_on: '2026-11-21',
          days_ago: 0,
        },
        // Reported a week ago.
        {
          account_id: '100000000012',
          account_name: 'Old',
          ou_path: 'Root',
          last_listed_on: '2026-11-14',
          days_ago: 7,
        },
      ],
    }),
  },
  { name: 'large-organization', period: week, rows: largeOrganization },
  {
    name: 'first-run',
    period: week,
    rows: digestRows({
      digest_coverage: [coverage({ collected: 1, pending: 1 })],
      digest_numbers: [numbers(0)],
      digest_findings: [{ severity: 'low', open_findings: 1, excepted_findings: 0, expired_findings: 0 }],
      digest_finding_changes: [findingChange('new')],
      digest_changes: [credentialChange('user created', '2026-11-22', 0)],
    }),
  },
  {
    name: 'empty-organization',
    period: week,
    rows: digestRows({
      digest_coverage: [coverage({ expected: 0, collected: 0, list_age_days: null })],
      digest_numbers: [],
    }),
  },
  {
    name: 'quiet-day',
    context: { links: quietLinks, consoleHost: 'console.aws.amazon.com' },
    period: { id: '2026-11-22', days: 1 },
    rows: digestRows({
      digest_organization: [{ organization_id: 'o-ab12cd34ef' }],
      digest_keys: [keyToActOn()],
      digest_coverage: [coverage({ list_age_days: 1, unexpected: 1, unreadable_rows: 3, facts_not_read: 1 })],
      digest_findings: [{ severity: 'info', open_findings: 800, excepted_findings: 0, expired_findings: 0 }],
      digest_numbers: [numbers(0), numbers(1, { console_users: 3 }), numbers(7, { console_users: 9 })],
      digest_changes: [
        credentialChange('password enabled', '2026-11-22', 0),
        credentialChange('user created', '2026-11-21', 1, 'yesterday'),
      ],
    }),
  },
  {
    name: 'hostile-names',
    period: week,
    rows: digestRows({
      digest_gaps: [
        gap({
          account_id: '100000000007',
          account_name: '<!channel> R&D / "Prod" 100%\r\nBcc: everybody@example.com',
          status: 'failed',
          since: '2026-11-22',
          last_collected: '2026-11-21',
          reason: 'Denied: <https://evil.example.com|click> `x`',
        }),
        gap({
          account_id: '100000000008',
          // Nobody can see it.
          account_name: ' ',
          status: 'missing',
          since: '2026-11-22',
          last_collected: '2026-11-21',
          reason: null,
        }),
      ],
      digest_keys: [
        keyToActOn({
          user_name: '<b>&',
          key_id: '<!here>\r\nBcc: x',
          owner: '<https://evil.example.com|click>',
        }),
        keyToActOn({ place: 2, owner: ' ' }),
      ],
      digest_changes: [
        credentialChange('user created', '2026-11-22', 0, '`*_~@here:smile:`'),
        credentialChange('user created', '2026-11-22', 0, '\u202egnp.exe\u0000'),
        credentialChange('user created', '2026-11-22', 0, '名'.repeat(200)),
      ],
    }),
  },
];
