import type { Question } from '../../athena-ddl/question';
import { drawnDataSets, findings, rootUser, trendDays, users } from '../../dashboards/quick-sight/data-sets';
import { dashboardQuestions } from '../../dashboards/questions';
import { readRows } from '../../dashboards/read-rows';
import { openLocalAthena, type LocalAthena } from '../../local/athena';
import { reportKey } from '../../lambda/report/object-key';
import { report, storedObjects } from '../local/athena/stored-objects';
import { silent, smallOrganization, unnamed, web } from './small-organization';

/** What QuickSight sums up of accounts is what the page says of all of them. */

type Row = Readonly<Record<string, unknown>>;

const question = dashboardQuestions(trendDays);
/**
 * One account more that reports: a root user, who is no user in any number, has a password as somebody else has. And an object
 * that names no account.
 */
const organization = {
  ...smallOrganization,
  [reportKey(new Date('2026-11-22T03:00:00Z'), silent, 'Silent')]: report(
    silent,
    { user: rootUser, password_enabled: 'true', password_last_used: '2026-11-21T00:00:00Z' },
    { user: 'dora', password_enabled: 'true', mfa_active: 'true' },
  ),
  'collection-runs/2026/11/21/nobody.json': '{}',
};

let athena: LocalAthena;
beforeAll(async () => {
  athena = await openLocalAthena({
    dataFolder: storedObjects(organization),
    now: () => new Date('2026-11-22T12:00:00Z'),
  });
});
afterAll(() => athena.close());

const ask = (asked: Question): Promise<readonly Row[]> => readRows(asked, (sql) => athena.query(sql));

/** Rows by what the named columns say, the numbers of the others summed up. */
function summed(rows: readonly Row[], by: readonly string[], numbers: readonly string[]): readonly Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(by.map((name) => row[name]));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((group) => ({
    ...Object.fromEntries(by.map((name) => [name, group[0]?.[name]])),
    ...Object.fromEntries(
      numbers.map((name) => [name, group.reduce((sum, row) => sum + Number(row[name]), 0)]),
    ),
  }));
}

const sorted = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();

test.each([
  { of: drawnDataSets.trend, page: question.consoleUsers, by: ['day'] },
  { of: drawnDataSets.keyAge, page: question.keyAge, by: ['age', 'youngest'] },
  { of: drawnDataSets.coverage, page: question.coverageByDay, by: ['day'] },
  { of: drawnDataSets.changes, page: question.changesByDay, by: ['day'] },
])('$of.id sums up to what the page draws', async ({ of, page, by }) => {
  const expected = await ask(page);
  expect(expected.length).toBeGreaterThan(0);
  const numbers = Object.keys(page.columns).filter((name) => !by.includes(name));
  expect(sorted(summed(await ask(of), by, numbers))).toEqual(sorted(expected));
});

test('what belongs to no account is told apart, in no unit', async () => {
  const rows = (await ask(drawnDataSets.coverage)).filter(({ account_id }) => account_id === '(none)');
  expect(rows).toEqual([
    expect.objectContaining({ day: '2026-11-21', unexpected: 0, missing: 0, unit: '(not listed)' }),
  ]);
});

test('findings are counted to what the page draws of accounts and controls', async () => {
  const rows = (await ask(findings)).map((row) => ({ ...row, findings: 1 }));
  expect(sorted(summed(rows, ['control', 'severity', 'unit'], ['findings']))).toEqual(
    sorted(await ask(question.findingsByControl)),
  );
  const bars = (await ask(question.findingsByAccount)).flatMap((row) =>
    ['critical', 'high', 'medium', 'low'].flatMap((severity) =>
      Number(row[severity]) > 0 ? [{ account: row['account'], severity, findings: row[severity] }] : [],
    ),
  );
  const counted = summed(rows, ['account', 'severity'], ['findings']);
  // The page's bars leave out what is for information.
  expect(sorted(counted.filter(({ severity }) => severity !== 'info'))).toEqual(sorted(bars));
});

test('users are counted to what the page draws of accounts', async () => {
  const drawn = (await ask(users)).filter(({ user_name }) => user_name !== rootUser);
  const rows = drawn.map((row) => ({
    account: row['account'],
    console_users: row['console'] === 'yes' ? 1 : 0,
    other_users: row['console'] === 'yes' ? 0 : 1,
  }));
  const page = (await ask(question.usersByAccount)).map(({ account_id: _, ...row }) => row);
  expect(sorted(summed(rows, ['account'], ['console_users', 'other_users']))).toEqual(sorted(page));
});

test('each row is of an account, in the unit in which it is today', async () => {
  const seen = (await ask(drawnDataSets.trend)).map(({ account_id, unit }) => [account_id, unit].join(' '));
  expect([...new Set(seen)].sort()).toEqual([`${web} Root/Prod`, `${unnamed} Root`, `${silent} Root`]);
  expect(await ask(drawnDataSets.changes)).toEqual([
    expect.objectContaining({ account_id: web, day: '2026-11-22', removed: 1, unit: 'Root/Prod' }),
  ]);
});

test('a finding is new only where a report is known to be without it', async () => {
  const rows = (await ask(findings)).filter(({ account_id }) => account_id === web);
  expect(rows.map(({ control, since, open_for }) => [control, since, open_for].join(': ')).sort()).toEqual([
    'dead-user: 2026-11-22: up to 7 days',
    'key-rotation: 2026-11-20 or before: longer than is known',
    'user-mfa: 2026-11-20 or before: longer than is known',
  ]);
});
