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
      user_name: 'ci-deploy',
      credential: 'access_key_1',
      key_id: 'AKIAEXAMPLE000000001',
      owner: 'web',
      reason: 'AWS says that it leaked; used on the day of the report, 10 days old',
      keys_to_act_on: 73,
    },
    {
      place: 2,
      advice: 'deactivate and watch',
      account_id: id(4),
      account_name: '',
      user_name: '<root_account>',
      credential: 'access_key_2',
      key_id: '',
      owner: '',
      reason: 'never used since it was made 1000 days ago',
      keys_to_act_on: 73,
    },
  ],
};
