import { accountList } from '../../dashboards/listings/account-list';
import { accountResults } from '../../dashboards/listings/account-results';
import { userList } from '../../dashboards/listings/user-list';
import { changeList } from '../../dashboards/listings/change-list';
import { exceptionList } from '../../dashboards/listings/exception-list';
import { controlList } from '../../dashboards/listings/control-list';
import { allFindings } from '../../dashboards/listings/all-findings';
import { benchmarks } from '../../dashboards/listings/benchmarks';
import { coverageGaps } from '../../dashboards/listings/coverage-gaps';
import { expiringExceptions } from '../../dashboards/listings/expiring-exceptions';
import { keysToActOn } from '../../dashboards/listings/keys-to-act-on';
import { findingCounts } from '../../dashboards/listings/open-findings';
import type { Question, RowOf } from '../../athena-ddl/question';
import { dashboardQuestions } from '../../dashboards/questions';
import type { AskSql } from '../../dashboards/read-rows';

/** The trend of every example goes so many days back. */
export const exampleDays = 90;

const questions = {
  ...dashboardQuestions(exampleDays),
  findings: allFindings,
  findingCounts,
  coverageGaps,
  expiringExceptions,
  keysToActOn,
  benchmarks,
  accounts: accountList,
  results: accountResults,
  users: userList,
  changes: changeList,
  exceptions: exceptionList,
  controls: controlList,
};

type Questions = typeof questions;

/** Rows that stand in for what the views answer. */
export type ExampleRows = { readonly [Name in keyof Questions]: readonly RowOf<Questions[Name]>[] };

/** Answers every question of the page with the rows given. */
export function askOf(rows: ExampleRows): AskSql {
  const bySql = new Map<string, [Question, readonly object[]]>(
    (Object.keys(questions) as (keyof Questions)[]).map((name) => [
      questions[name].sql,
      [questions[name], rows[name]],
    ]),
  );
  return (sql) => {
    const known = bySql.get(sql);
    if (known === undefined)
      return Promise.reject(new Error(`the page asked what no example answers: ${sql}`));
    const [{ columns }, answers] = known;
    const names = Object.keys(columns);
    const cells = answers.map((row) => names.map((name) => (row as Record<string, unknown>)[name]));
    return Promise.resolve({ columns: names.map((name) => ({ name })), rows: cells });
  };
}

/** The day `back` days before 2026-11-22. */
export function dayBack(back: number): string {
  return new Date(Date.UTC(2026, 10, 22 - back)).toISOString().slice(0, 10);
}

const accounts = [
  'AnyCompany Management',
  'R&D / "Prod" 100%',
  '.hidden',
  '=SUM(A1)',
  '開発環境',
  'Payments Production',
  'Payments Staging',
  'Web Production',
  'Web Staging',
  'Data Platform',
  'Sandbox 1',
  'Security Tooling',
];
const units = ['Root', 'Root/Prod', 'Root/Sandbox', 'Root/Security'];
const id = (index: number) => String(100000000001 + index);
const words = (index: number) => `${accounts[index]} (${id(index)})`;

/** A dozen accounts on 2026-11-22: numbers go down, one account is silent. */
export const exampleRows: ExampleRows = {
  consoleUsers: Array.from({ length: 91 }, (_, index) => ({
    day: dayBack(90 - index),
    accounts: index < 40 ? 11 : 12,
    users: 120 - Math.floor(index / 5),
    console_users: 64 - Math.floor(index / 3) + (index > 40 && index < 60 ? 3 : 0),
    console_users_without_mfa: 21 - Math.floor(index / 8),
    active_keys: 88 - Math.floor(index / 6),
    keys_older_than_90_days: 40 - Math.floor(index / 4),
    urgent_findings: 14 - Math.floor(index / 10),
  })),
  keyAge: [
    { age: '0-30', youngest: 0, in_time: 14, to_rotate: 0 },
    { age: '31-90', youngest: 31, in_time: 22, to_rotate: 0 },
    { age: '91-180', youngest: 91, in_time: 0, to_rotate: 19 },
    { age: '181-365', youngest: 181, in_time: 0, to_rotate: 11 },
    { age: 'over 365', youngest: 366, in_time: 0, to_rotate: 7 },
  ],
  findingsByAccount: accounts.map((_, index) => ({
    account_id: id(index),
    account: words(index),
    critical: index < 2 ? 2 - index : 0,
    high: Math.max(0, 5 - index),
    medium: (index * 7) % 11,
    low: (index * 5) % 7,
  })),
  usersByAccount: accounts.map((_, index) => ({
    account_id: id(index),
    account: words(index),
    console_users: Math.max(0, 9 - index),
    other_users: (index * 3) % 8,
  })),
  findingsByControl: [
    ['root-access-key', 'critical'],
    ['root-mfa', 'critical'],
    ['console-mfa', 'high'],
    ['root-used', 'high'],
    ['key-rotation', 'medium'],
    ['unused-credential', 'medium'],
    ['two-active-keys', 'low'],
    ['console-user', 'info'],
  ].flatMap(([control = '', severity = ''], row) =>
    units
      .filter((_, column) => row > 1 || column === row)
      .map((unit, column) => ({ control, severity, unit, findings: 1 + ((row * 5 + column * 3) % 13) })),
  ),
  coverageByDay: Array.from({ length: 30 }, (_, index) => ({
    day: dayBack(29 - index),
    collected: index === 12 ? 7 : 11,
    unexpected: index === 20 ? 1 : 0,
    pending: 0,
    failed: index === 12 ? 5 : index > 25 ? 1 : 0,
    missing: index > 12 && index < 16 ? 1 : 0,
    without_list: 0,
    facts_not_read: index === 29 ? 2 : 0,
  })),
  changesByDay: Array.from({ length: 20 }, (_, index) => ({
    day: dayBack(28 - index),
    added: index % 3,
    removed: (index * 5) % 4,
    renewed: index % 2,
    alarming: index === 9 ? 1 : 0,
  })),
  findings: Array.from({ length: 160 }, (_, index) => ({
    severity: ['critical', 'high', 'medium', 'low', 'info'][Math.floor(index / 32)] ?? 'info',
    control:
      ['root-mfa', 'console-mfa', 'key-rotation', 'two-active-keys', 'console-user'][
        Math.floor(index / 32)
      ] ?? '',
    account_id: id(index % 12),
    account_name: accounts[index % 12] ?? '',
    unit: units[index % 4] ?? '',
    user_name: index < 32 ? '<root_account>' : `user.${(index * 37) % 100}@example.com`,
    credential: index < 64 ? 'password' : 'access_key_1',
    key_id: index < 64 ? '' : `AKIAEXAMPLE${String(index).padStart(9, '0')}`,
    owner: index % 3 === 0 ? 'web' : '',
    evidence: `access key 1 last rotated 2026-03-${String((index % 28) + 1).padStart(2, '0')}, ${265 - (index % 28)} days before the report`,
    since: index % 2 === 0 ? '2026-11-20' : '2026-10-12 or before',
    status: index % 40 === 5 ? 'exception_expired' : index % 80 === 79 ? 'excepted' : 'open',
    exception_reason: index % 80 === 79 ? 'kept for emergencies' : '',
    exception_ends: index % 80 === 79 ? '2026-12-01' : null,
  })),
  findingCounts: ['critical', 'high', 'medium', 'low', 'info'].map((severity) => ({
    severity,
    open: 32,
    excepted: 2,
  })),
  coverageGaps: [4, 1, 9].flatMap((account) =>
    Array.from({ length: 30 }, (_, index) => ({
      day: dayBack(29 - index),
      account_id: id(account),
      account_name: accounts[account] ?? '',
      status:
        index === 12 || (account === 4 && index > 25)
          ? 'failed'
          : account === 4 && index > 12 && index < 16
            ? 'missing'
            : 'collected',
      reason:
        account === 4 && index > 25
          ? 'AccessDenied: not authorized to perform: iam:GenerateCredentialReport'
          : '',
      since:
        index === 12
          ? dayBack(17)
          : account === 4 && index > 12 && index < 16
            ? dayBack(17)
            : account === 4 && index > 25
              ? dayBack(3)
              : null,
      gaps: account === 4 ? 8 : 1,
    })),
  ),
  expiringExceptions: [
    {
      account_id: id(5),
      user_name: 'backup',
      control: 'key-rotation',
      reason: 'the appliance cannot rotate its key before its update',
      approved_by: 'security@example.com',
      expires_on: '2026-11-12',
      days_left: -10,
    },
    {
      account_id: '*',
      user_name: 'break-glass',
      control: 'unused-credential',
      reason: 'kept for emergencies',
      approved_by: 'security@example.com',
      expires_on: '2026-12-01',
      days_left: 9,
    },
  ],
  benchmarks: [
    {
      benchmark: 'CIS AWS Foundations Benchmark 7.0',
      passed_percent: 61,
      passed: 1234,
      failed: 500,
      excepted: 40,
      no_data: 226,
      controls: 8,
      controls_left_out: 1,
      accounts: 250,
      accounts_without_data: 3,
    },
    {
      benchmark: 'AWS Security Hub',
      passed_percent: 0,
      passed: 0,
      failed: 1,
      excepted: 0,
      no_data: 0,
      controls: 1,
      controls_left_out: 0,
      accounts: 1,
      accounts_without_data: 0,
    },
  ],
  keysToActOn: [
    {
      place: 1,
      advice: 'quarantined: act now',
      account_id: id(1),
      account_name: 'R&D / "Prod" 100%',
      unit: 'Root/Prod',
      user_name: 'ci-deploy',
      credential: 'access_key_1',
      key_id: 'AKIAEXAMPLE000000001',
      owner: 'web',
      admin_right: 'yes',
      age_days: 10,
      idle_days: 0,
      reason: 'AWS says that it leaked; used on the day of the report, 10 days old',
    },
    {
      place: 2,
      advice: 'deactivate and watch',
      account_id: id(4),
      account_name: '',
      unit: '(not listed)',
      user_name: '<root_account>',
      credential: 'access_key_2',
      key_id: '',
      owner: '',
      admin_right: '',
      age_days: 1000,
      idle_days: 1000,
      reason: 'never used since it was made 1000 days ago',
    },
  ],
  accounts: accounts.map((account_name, index) => ({
    account_id: id(index),
    account_name,
    unit: units[index % 4] ?? '',
    status: index === 4 ? 'failed' : 'collected',
    day: '2026-11-22',
    reason: index === 4 ? 'AccessDenied: not authorized to perform: iam:GenerateCredentialReport' : '',
    open_critical: index === 4 ? null : index < 2 ? 2 - index : 0,
    open_high: index === 4 ? null : Math.max(0, 5 - index),
    open_medium: index === 4 ? null : (index * 7) % 11,
    open_low: index === 4 ? null : (index * 5) % 7,
    users: index === 4 ? null : 17,
    console_users: index === 4 ? null : Math.max(0, 9 - index),
    console_users_without_mfa: index === 4 ? null : 0,
    active_keys: index === 4 ? null : 3,
    newest_report: index === 4 ? '2026-11-18' : '2026-11-22',
    joined: '2020-01-01',
    email: '',
    password_policy: index % 2 === 0 ? 'yes' : 'no',
    minimum_length: index % 2 === 0 ? 14 : null,
    facts_not_read: '',
    warnings: '',
    collector_version: '0.2.0',
  })),
  results: ['root-mfa', 'console-mfa', 'key-rotation'].flatMap((control, place) =>
    accounts.map((account_name, index) => ({
      account_id: id(index),
      account_name,
      unit: units[index % 4] ?? '',
      control,
      severity: ['critical', 'high', 'medium'][place] ?? '',
      result: index === 4 ? 'no data' : (['passed', 'failed', 'excepted'][(index + place) % 3] ?? ''),
      checked: index === 4 ? null : 10,
      failed: index === 4 ? null : (index + place) % 3 === 1 ? 1000 + index : 0,
      excepted: index === 4 ? null : (index + place) % 3 === 2 ? 1 : 0,
      cis_v7: ['2.5', '2.10', '2.12'][place] ?? '',
      cis_v6: ['2.4', '2.9', '2.13'][place] ?? '',
      cis_v5: ['1.5', '1.9', '1.13'][place] ?? '',
      cis_v3: ['1.6', '1.10', '1.14'][place] ?? '',
      security_hub: place === 0 ? '' : 'IAM.5',
    })),
  ),
  users: Array.from({ length: 100 }, (_, index) => ({
    account_id: id(index % 12),
    account_name: accounts[index % 12] ?? '',
    unit: units[index % 4] ?? '',
    user_name: `user.${index}@example.com`,
    console: index % 3 === 0 ? 'yes' : 'no',
    mfa: index % 6 === 0 ? 'yes' : 'no',
    active_keys: index % 3,
    worst: index % 2 === 0 ? 'high' : '',
    findings: index % 2 === 0 ? 2 : 0,
    last_used: index % 5 === 0 ? null : dayBack(index),
    password_last_used: index % 3 === 0 ? dayBack(index) : null,
    key_1_made: index % 3 > 0 ? dayBack(100 + index) : null,
    key_1_last_used: null,
    key_2_made: index % 3 > 1 ? dayBack(50 + index) : null,
    key_2_last_used: null,
    created: dayBack(300 + index),
    arn: `arn:aws:iam::${id(index % 12)}:user/user.${index}@example.com`,
  })),
  changes: Array.from({ length: 60 }, (_, index) => ({
    day: dayBack(Math.floor(index / 2)),
    change: index % 2 === 0 ? 'access_key_rotated' : 'mfa_enabled',
    account_id: id(index % 12),
    account_name: accounts[index % 12] ?? '',
    user_name: `user.${index}@example.com`,
    credential: index % 2 === 0 ? 'access_key_1' : 'user',
    evidence: index % 2 === 0 ? 'access key 1 was made 2026-03-01, now 2026-11-01' : 'MFA is on now',
  })),
  exceptions: [
    {
      control: 'key-rotation',
      account_id: id(5),
      account_name: 'Payments Production',
      user_name: 'backup',
      reason: 'the appliance cannot rotate its key before its update',
      approved_by: 'security@example.com',
      expires_on: '2026-11-12',
      state: 'expired',
    },
    {
      control: 'root-mfa',
      account_id: '*',
      account_name: '',
      user_name: '<root_account>',
      reason: 'kept for emergencies',
      approved_by: 'security@example.com',
      expires_on: '2026-12-01',
      state: 'valid',
    },
  ],
  controls: [
    ['critical', 'root-mfa'],
    ['high', 'console-mfa'],
    ['medium', 'key-rotation'],
    ['low', 'two-active-keys'],
    ['info', 'console-user'],
  ].map(([severity = '', control = ''], index) => ({
    severity,
    control,
    asks: `What ${control} asks.`,
    why: `Why ${control} matters.`,
    first_step: `First do this about ${control}.`,
    if_it_breaks: `And that when ${control} breaks something.`,
    link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    threshold_days: index === 2 ? 90 : null,
    setting_reason: '',
    cis_v7: `2.${index}`,
    cis_v6: '',
    cis_v5: '',
    cis_v3: '',
    security_hub: '',
  })),
};
