import { rmSync } from 'node:fs';
import { changeDays } from '../../dashboards/questions/changes-by-day';
import { coverageDays } from '../../dashboards/questions/coverage-by-day';
import { coverageGaps } from '../../dashboards/listings/coverage-gaps';
import { expiringDays, expiringExceptions } from '../../dashboards/listings/expiring-exceptions';
import { accountList } from '../../dashboards/listings/account-list';
import { accountResults } from '../../dashboards/listings/account-results';
import { userList } from '../../dashboards/listings/user-list';
import { changeList } from '../../dashboards/listings/change-list';
import { exceptionList } from '../../dashboards/listings/exception-list';
import { controlList } from '../../dashboards/listings/control-list';
import { allFindings } from '../../dashboards/listings/all-findings';
import { benchmarks } from '../../dashboards/listings/benchmarks';
import { keysToActOn } from '../../dashboards/listings/keys-to-act-on';
import { findingCounts, openFindings } from '../../dashboards/listings/open-findings';
import type { Question } from '../../athena-ddl/question';
import { viewFiles } from '../../athena-ddl/sql-files';
import { dashboardQuestions } from '../../dashboards/questions';
import { readRows } from '../../dashboards/read-rows';
import { exceptionsGroups } from '../../lambda/digest/sections/exceptions';
import { openLocalAthena, type LocalAthena } from '../../local/athena';
import { syntaxErrors } from '../athena-ddl/grammar';
import { longAfter, storedObjects } from '../local/athena/stored-objects';
import { silent, smallOrganization as objects, unnamed, web } from './small-organization';

const question = dashboardQuestions(30);

const cases: { asked: Question; rows: readonly (readonly (string | number | null)[])[] }[] = [
  {
    // Days without a report carry the account's last one on.
    asked: question.consoleUsers,
    rows: [
      ['2026-11-20', 1, 2, 1, 1, 1, 1, 1],
      ['2026-11-21', 2, 3, 2, 1, 1, 1, 1],
      ['2026-11-22', 2, 3, 1, 0, 1, 1, 0],
    ],
  },
  {
    asked: question.keyAge,
    rows: [
      ['0-30', 0, 0, 0],
      ['31-90', 31, 0, 0],
      ['91-180', 91, 0, 0],
      ['181-365', 181, 0, 1],
      ['over 365', 366, 0, 0],
    ],
  },
  { asked: question.findingsByAccount, rows: [[web, `AnyCompany Web (${web})`, 0, 0, 1, 1]] },
  {
    asked: question.usersByAccount,
    rows: [
      [unnamed, unnamed, 1, 0],
      [web, `AnyCompany Web (${web})`, 0, 2],
    ],
  },
  {
    asked: question.findingsByControl,
    rows: [
      ['key-rotation', 'medium', 'Root/Prod', 1],
      ['user-mfa', 'low', 'Root/Prod', 1],
      ['dead-user', 'info', 'Root/Prod', 1],
    ],
  },
  {
    asked: question.coverageByDay,
    rows: [
      ['2026-11-20', 1, 0, 0, 0, 2, 0, 0],
      ['2026-11-21', 1, 0, 0, 1, 1, 0, 0],
      ['2026-11-22', 1, 0, 0, 0, 2, 0, 0],
    ],
  },
  {
    // A password went; an account's first report shows no change.
    asked: question.changesByDay,
    rows: [['2026-11-22', 0, 1, 0, 0]],
  },
  {
    asked: openFindings,
    rows: [
      [
        'medium',
        'key-rotation',
        web,
        'AnyCompany Web',
        'Root/Prod',
        'bot',
        '',
        '',
        'access key 1 last rotated 2026-01-01, 325 days before the report',
        '2026-11-20 or before',
        'exception_expired',
      ],
      [
        'low',
        'user-mfa',
        web,
        'AnyCompany Web',
        'Root/Prod',
        'bot',
        '',
        '',
        'MFA is off, no password, an access key is active',
        '2026-11-20 or before',
        'open',
      ],
      [
        'info',
        'dead-user',
        web,
        'AnyCompany Web',
        'Root/Prod',
        'alice',
        '',
        '',
        'no password, no active access key, no active certificate',
        '2026-11-22',
        'open',
      ],
    ],
  },
  {
    asked: allFindings,
    rows: [
      [
        'medium',
        'key-rotation',
        web,
        'AnyCompany Web',
        'Root/Prod',
        'bot',
        'access_key_1',
        '',
        '',
        'access key 1 last rotated 2026-01-01, 325 days before the report',
        '2026-11-20 or before',
        'exception_expired',
        'it was planned',
        '2026-11-21',
      ],
      [
        'low',
        'user-mfa',
        web,
        'AnyCompany Web',
        'Root/Prod',
        'bot',
        'user',
        '',
        '',
        'MFA is off, no password, an access key is active',
        '2026-11-20 or before',
        'open',
        '',
        null,
      ],
      [
        'info',
        'console-user',
        unnamed,
        '',
        'Root',
        'carol',
        'password',
        '',
        '',
        'password enabled',
        '2026-11-21 or before',
        'excepted',
        'until the migration',
        '2026-12-01',
      ],
      [
        'info',
        'dead-user',
        web,
        'AnyCompany Web',
        'Root/Prod',
        'alice',
        'user',
        '',
        '',
        'no password, no active access key, no active certificate',
        '2026-11-22',
        'open',
        '',
        null,
      ],
    ],
  },
  {
    asked: findingCounts,
    rows: [
      ['medium', 1, 0],
      ['low', 1, 0],
      ['info', 1, 1],
    ],
  },
  {
    asked: coverageGaps,
    rows: [
      ['2026-11-20', silent, 'Silent', 'missing', '', '2026-11-20', 3],
      ['2026-11-21', silent, 'Silent', 'missing', '', '2026-11-20', 3],
      ['2026-11-22', silent, 'Silent', 'missing', '', '2026-11-20', 3],
      ['2026-11-20', unnamed, '', 'missing', '', '2026-11-20', 2],
      ['2026-11-21', unnamed, '', 'collected', '', null, 2],
      ['2026-11-22', unnamed, '', 'missing', '', '2026-11-22', 2],
      ['2026-11-20', web, 'AnyCompany Web', 'collected', '', null, 1],
      ['2026-11-21', web, 'AnyCompany Web', 'failed', 'Throttling: slow down', '2026-11-21', 1],
      ['2026-11-22', web, 'AnyCompany Web', 'collected', '', null, 1],
    ],
  },
  {
    asked: expiringExceptions,
    rows: [
      [web, 'bot', 'key-rotation', 'it was planned', 'security@example.com', '2026-11-21', -1],
      ['*', 'carol', 'console-user', 'until the migration', 'security@example.com', '2026-12-01', 9],
      [web, 'careless', 'key-rotation', '', '', '2026-12-02', 10],
    ],
  },
  {
    // Of three accounts two are silent; the third breaks key-rotation, and user-mfa, which Security Hub alone asks for.
    asked: benchmarks,
    rows: [
      ['CIS AWS Foundations Benchmark 7.0', 29, 7, 1, 0, 16, 8, 0, 3, 2],
      ['CIS AWS Foundations Benchmark 6.0', 30, 9, 1, 0, 20, 10, 0, 3, 2],
      ['CIS AWS Foundations Benchmark 5.0', 30, 9, 1, 0, 20, 10, 0, 3, 2],
      ['CIS AWS Foundations Benchmark 3.0', 30, 9, 1, 0, 20, 10, 0, 3, 2],
      ['AWS Security Hub', 25, 6, 2, 0, 16, 8, 0, 3, 2],
    ],
  },
  {
    asked: keysToActOn,
    rows: [
      [
        1,
        'rotate',
        web,
        'AnyCompany Web',
        'Root/Prod',
        'bot',
        'access_key_1',
        '',
        '',
        'unknown',
        325,
        3,
        'last used 3 days ago, 325 days old; what the user may do could not be read; the id of the key is not certain',
      ],
    ],
  },
  {
    // The second reported a day ago and is silent today: its numbers are those of that report.
    asked: accountList,
    rows: [
      [
        ...[web, 'AnyCompany Web', 'Root/Prod', 'collected', '2026-11-22', '', 0, 0, 1, 1, 2, 0, 0, 1],
        ...['2026-11-22', '2020-01-01', '', '', null, '', '', ''],
      ],
      [
        ...[unnamed, '', 'Root', 'missing', '2026-11-22', '', 0, 0, 0, 0, 1, 1, 0, 0],
        ...['2026-11-21', '2020-01-01', '', '', null, '', '', ''],
      ],
      [
        ...[
          silent,
          'Silent',
          'Root',
          'missing',
          '2026-11-22',
          '',
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
        ],
        ...[null, '2020-01-01', '', '', null, '', '', ''],
      ],
    ],
  },
  {
    asked: changeList,
    rows: [
      ['2026-11-22', 'password_disabled', web, 'AnyCompany Web', 'alice', 'password', 'password disabled'],
    ],
  },
  {
    asked: exceptionList,
    rows: [
      [
        'key-rotation',
        web,
        'AnyCompany Web',
        'bot',
        'it was planned',
        'security@example.com',
        '2026-11-21',
        'expired',
      ],
      [
        'console-user',
        '*',
        '',
        'carol',
        'until the migration',
        'security@example.com',
        '2026-12-01',
        'valid',
      ],
      ['key-rotation', web, 'AnyCompany Web', 'careless', '', '', '2026-12-02', 'valid'],
      [
        'key-rotation',
        web,
        'AnyCompany Web',
        'other',
        'far away',
        'security@example.com',
        '2027-06-01',
        'valid',
      ],
    ],
  },
  {
    // What carol is found by has an exception.
    asked: userList,
    rows: [
      [
        ...[web, 'AnyCompany Web', 'Root/Prod', 'alice', 'no', 'no', 0, 'info', 1],
        ...[null, null, null, null, null, null, '2026-01-01', `arn:aws:iam::${web}:user/alice`],
      ],
      [
        ...[web, 'AnyCompany Web', 'Root/Prod', 'bot', 'no', 'no', 1, 'medium', 2, '2026-11-19'],
        ...[null, '2026-01-01', '2026-11-19', null, null, '2026-01-01', `arn:aws:iam::${web}:user/bot`],
      ],
      [
        ...[unnamed, '', 'Root', 'carol', 'yes', 'yes', 0, '', 0, '2026-11-19'],
        ...['2026-11-19', null, null, null, null, '2026-01-01', `arn:aws:iam::${unnamed}:user/carol`],
      ],
    ],
  },
];

describe('what the dashboards ask', () => {
  let folder: string;
  let athena: LocalAthena;
  beforeAll(async () => {
    folder = storedObjects(objects);
    athena = await openLocalAthena({ dataFolder: folder, now: () => new Date('2026-11-22T12:00:00Z') });
  });
  afterAll(() => {
    athena.close();
    rmSync(folder, { recursive: true });
  });

  test.each(cases)('$asked.query', async ({ asked, rows }) => {
    const answer = await readRows(asked, (sql) => athena.query(sql));
    expect(answer.map((row) => Object.values(row))).toEqual(rows);
  });

  test('account_results: a silent account has no data for every control, which is no pass', async () => {
    const answer = await readRows(accountResults, (sql) => athena.query(sql));
    const rotation = answer.filter(({ control }) => control === 'key-rotation');
    const ids = ['2.12', '2.13', '1.13', '1.14', 'IAM.3'];
    expect(rotation.map((row) => Object.values(row))).toEqual([
      [web, 'AnyCompany Web', 'Root/Prod', 'key-rotation', 'medium', 'failed', 1, 1, 0, ...ids],
      [unnamed, '', 'Root', 'key-rotation', 'medium', 'no data', null, null, null, ...ids],
      [silent, 'Silent', 'Root', 'key-rotation', 'medium', 'no data', null, null, null, ...ids],
    ]);
  });

  test('control_list has the words of every control', async () => {
    const answer = await readRows(controlList, (sql) => athena.query(sql));
    expect(answer[0]).toMatchObject({ severity: 'critical', threshold_days: null, setting_reason: '' });
    expect(answer.find(({ control }) => control === 'key-rotation')).toMatchObject({
      threshold_days: 90,
      cis_v7: '2.12',
      security_hub: 'IAM.3',
    });
    expect(answer.flatMap((row) => [row.asks, row.why, row.first_step, row.if_it_breaks])).not.toContain('');
    expect(answer.filter(({ link }) => !link.startsWith('https://docs.aws.amazon.com/'))).toEqual([]);
  });

  test.each([...cases, { asked: accountResults }, { asked: controlList }])(
    '$asked.query is what Trino parses',
    async ({ asked }) => {
      expect(await syntaxErrors('trino', asked.sql)).toEqual([]);
    },
  );
});

// The last reports are of 21 and 22 November: each counts for its day and the six after.
test.each([
  { asOf: '2026-11-27', accounts: [unnamed, web] },
  { asOf: '2026-11-28', accounts: [web] },
  { asOf: '2026-11-29', accounts: [] },
])('on $asOf the latest reports are those of $accounts', async ({ asOf, accounts }) => {
  const folder = storedObjects(objects);
  const athena = await openLocalAthena({ dataFolder: folder, asOf, now: longAfter });
  try {
    const ask = (sql: string) => athena.query(sql);
    const users = await readRows(question.usersByAccount, ask);
    expect(users.map(({ account_id }) => account_id)).toEqual(accounts);
    const today = (await readRows(question.consoleUsers, ask)).find(({ day }) => day === asOf);
    expect(today?.accounts ?? 0).toBe(accounts.length);
  } finally {
    athena.close();
    rmSync(folder, { recursive: true });
  }
});

test('a day without a list of accounts is counted as such, not as a missing account', async () => {
  const folder = storedObjects(
    Object.fromEntries(Object.entries(objects).filter(([key]) => key.includes('2026/11/20/1'))),
  );
  const athena = await openLocalAthena({ dataFolder: folder, now: longAfter });
  try {
    expect(await readRows(question.coverageByDay, (sql) => athena.query(sql))).toEqual([
      {
        day: '2026-11-20',
        collected: 1,
        unexpected: 0,
        pending: 0,
        failed: 0,
        missing: 0,
        without_list: 1,
        facts_not_read: 0,
      },
    ]);
  } finally {
    athena.close();
    rmSync(folder, { recursive: true });
  }
});

test.each([
  { days: coverageDays - 1, asked: question.coverageByDay },
  { days: coverageDays - 1, asked: coverageGaps },
  { days: changeDays - 1, asked: question.changesByDay },
  { days: 30, asked: question.consoleUsers },
])('$asked.query looks back or ahead by the $days days that the page names', ({ days, asked }) => {
  expect(asked.sql).toContain(` interval '${days}' day`);
});

test('page and digest name the days that the view of expiring exceptions looks ahead', () => {
  const view = viewFiles().find(({ name }) => name === 'z_expiring_exception');
  expect(view?.text).toContain(`current_date + interval '${expiringDays}' day`);
  const row = { account_id: '*', user_name: '*', control: '*', reason: 'r', approved_by: 'a' };
  const groups = exceptionsGroups([{ ...row, expires_on: '2026-11-27', days_left: 5 }]);
  expect(groups.map(({ head }) => head)).toEqual([
    [`Exceptions that expire within ${expiringDays} days: decide before their findings open again`],
  ]);
  expect(expiringExceptions.sql).toContain('FROM z_expiring_exception');
});
