import { dashboardQueries, functionQueries, savedQueries } from '../../athena-ddl/sql-files';
import { accountsKey, eventKey, reportKey } from '../../lambda/report/object-key';
import { openLocalAthena, type LocalAthena } from '../../local/athena';
import { event } from '../lambda/event-notifier/events';
import { longAfter, report, storedObjects } from '../local/athena/stored-objects';

/** How far each query looks back, with something to tell on every day on both sides of it, and on days to come. */

const today = '2026-11-22';
/** The day so many days ago. */
const ago = (days: number) => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
/** More than any query looks back, two of them still to come. */
const days = Array.from({ length: 48 }, (_, index) => index - 2);

const [daily, six, thirteen, fourteen, eight, seven, gone, silent] = [1, 2, 3, 4, 5, 6, 7, 8].map(
  (number) => `10000000000${number}`,
) as [string, string, string, string, string, string, string, string];

const key = {
  access_key_1_active: 'true',
  access_key_1_last_rotated: '2026-11-01T10:00:00Z',
  access_key_1_last_used_date: '2026-11-08T10:00:00Z',
};
const password = {
  password_enabled: 'true',
  password_last_used: '2026-11-08T10:00:00Z',
  password_last_changed: '2026-11-01T10:00:00Z',
};
const reports = (account: string, day: number, mfa: boolean): readonly [key: string, body: string] => [
  reportKey(new Date(ago(day)), account, 'Sandbox'),
  report(account, { user: 'anna', ...password, ...key, mfa_active: String(mfa) }),
];
/** An account that reports twice: without MFA so many days ago, with MFA today. */
const twice = (account: string, day: number) => [reports(account, day, false), reports(account, 0, true)];
const listed = [daily, silent].map((account_id) =>
  JSON.stringify({ account_id, account_name: 'x', expected: true }),
);

let athena: LocalAthena;
beforeAll(async () => {
  const dataFolder = storedObjects(
    Object.fromEntries([
      ...days.map((day) => reports(daily, day, day % 2 === 0)),
      ...days.map((day) => [accountsKey(new Date(ago(day))), listed.join('\n')] as const),
      ...days.map(
        (day) =>
          [
            eventKey(new Date(`${ago(day)}T10:15:00Z`), `e${day}`),
            event({ number: 100 + day, time: `${ago(day)}T10:15:00Z` }),
          ] as const,
      ),
      reports(six, 6, true),
      reports(gone, 7, true),
      ...twice(thirteen, 13),
      ...twice(fourteen, 14),
      ...twice(eight, 8),
      ...twice(seven, 7),
    ]),
  );
  athena = await openLocalAthena({ dataFolder, asOf: today, now: longAfter });
});
afterAll(() => athena.close());

/** Rows of a query, or of a view that looks back by itself, shaped by a select list and what follows the table. */
async function rowsOf(name: string, columns: string, rest = ''): Promise<readonly (readonly unknown[])[]> {
  const query = [...savedQueries(), ...functionQueries(), ...dashboardQueries()].find(
    (file) => file.name === name,
  );
  const text = query === undefined ? name : `(${query.text})`;
  return (await athena.query(`SELECT ${columns} FROM ${text} AS answer ${rest}`)).rows;
}

test.each([
  ['changes_of_the_week', 'report_date', 7],
  ['digest_changes', 'cast(report_date AS date)', 7],
  ['changes_by_day', 'day', 30],
  ['recent_credential_change', 'report_date', 30],
  ['coverage_by_day', 'day', 30],
  ['coverage_gaps', 'day', 30],
  ['recent_coverage', 'report_date', 36],
  ['credential_events_of_the_week', 'cast(event_time AS date)', 7],
  ['user_credential_event', 'cast(event_time AS date)', 30],
])('%s tells every day of %s from today back, %i of them', async (name, column, length) => {
  const reported = await rowsOf(name, `DISTINCT ${column} AS day`, 'ORDER BY 1 DESC');
  expect(reported.flat()).toEqual(Array.from({ length }, (_, day) => ago(day)));
});

test('the messages ask for events of 6 days', async () => {
  const ids = await rowsOf('event_details', 'event_id', 'ORDER BY 1');
  expect(ids.flat().map((id) => Number(String(id).slice(-12)) - 100)).toEqual([0, 1, 2, 3, 4, 5]);
});

test.each([
  ['users_by_account', 'account_id'],
  ['console_users_by_account', 'account_id'],
  ['latest_user_credential', 'account_id'],
])('%s holds whoever reported in the last 7 days', async (name, column) => {
  const accounts = await rowsOf(name, `DISTINCT ${column}`, 'ORDER BY 1');
  expect(accounts.flat()).toEqual([daily, six, thirteen, fourteen, eight, seven]);
});

test('key_age counts the keys of whoever reported in the last 7 days', async () => {
  expect(await rowsOf('key_age', 'sum(in_time) AS keys')).toEqual([[6]]);
});

test('digest_numbers counts, on each day, whoever reported in the 7 days until then', async () => {
  expect(await rowsOf('digest_numbers', 'days_ago, accounts', 'ORDER BY 1')).toEqual([
    [0, [daily, six, thirteen, fourteen, eight, seven].length],
    [1, [daily, six, seven].length],
    [7, [daily, thirteen, eight, seven].length],
  ]);
});

test('digest_finding_changes compares with a report of the 7 days until then', async () => {
  const rows = await rowsOf(
    'digest_finding_changes',
    'days, account_id',
    `WHERE change = 'resolved' AND account_id <> '${daily}' ORDER BY 1, 2`,
  );
  expect(rows).toEqual([
    [1, seven],
    [7, thirteen],
    [7, eight],
    [7, seven],
  ]);
});

test('digest_coverage looks at yesterday', async () => {
  expect(await rowsOf('digest_coverage', 'silent_before, newly_silent')).toEqual([[1, 0]]);
});
