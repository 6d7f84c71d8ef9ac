import { dashboardQuestions } from '../../dashboards/questions';
import { commandQueries, functionQueries, savedQueries, viewFiles } from '../../athena-ddl/sql-files';
import { openLocalAthena, type LocalAthena } from '../../local/athena';
import { longAfter, report, storedObjects } from '../local/athena/stored-objects';

/** More days than any question looks back. */
const kept = 110;
const newest = '2026/11/22';
const id = '100000000007';
const dayBefore = (days: number) =>
  new Date(Date.parse('2026-11-22') - days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '/');

/** Reports that no reader takes: who opens one is warned of it. */
const unreadable: readonly string[] = [71, 72].map(
  (days) => `credential-reports/${dayBefore(days)}/100000000009-Bad.csv`,
);

const account = `${JSON.stringify({ account_id: id, account_name: 'Data', expected: true })}\n`;
const run = `${JSON.stringify({ account_id: id, status: 'collected' })}\n`;

let athena: LocalAthena;
beforeAll(async () => {
  const every = Array.from({ length: kept }, (_, before) => dayBefore(before));
  const objects = every.map(
    (day) => [`credential-reports/${day}/${id}-Data.csv`, report(id, { user: 'anna' })] as const,
  );
  athena = await openLocalAthena({
    dataFolder: storedObjects({
      ...Object.fromEntries(objects),
      ...Object.fromEntries(every.map((day) => [`accounts/${day}/accounts.jsonl`, account])),
      ...Object.fromEntries(every.map((day) => [`collection-runs/${day}/${id}.json`, run])),
      ...Object.fromEntries(unreadable.map((key) => [key, ''])),
    }),
    now: longAfter,
  });
});
afterAll(() => athena.close());

/** How many prefixes a statement lists of each table and how many objects it reads: each listed day has one. */
async function reads(sql: string): Promise<Readonly<Record<string, number>>> {
  const tables = (await athena.scans(sql)).filter(
    ({ table, daysListed }) => daysListed > 0 && !undated.includes(table),
  );
  return Object.fromEntries(tables.map(({ table, daysListed }) => [table, daysListed]));
}

/** Tables of one file, whatever the day. */
const undated = ['exception', 'control_setting'];

const lastWeek = `dt > '${dayBefore(7)}'`;

/** Today and yesterday are read from the objects, the days before from history. */
const days = (table: string, objects: number, history: number) => ({
  ...(objects > 0 && { [table]: objects }),
  ...(history > 0 && { [`${table}_history`]: history }),
});
const upToToday = (table: string, all: number, times = 1) =>
  days(table, times * Math.min(all, 2), times * (all - Math.min(all, 2)));
/** Reports, and the run records that say which of two reports of a day counts. */
const stored = (all: number, times = 1) => ({
  ...upToToday('credential_report', all, times),
  ...upToToday('collection_run_line', all, times),
});
/** These, and what IAM reported beside them. */
const withFacts = (all: number, times = 1) => ({
  ...stored(all, times),
  ...upToToday('user_fact_line', all),
});
/** What two views of one statement read, each for itself. */
const both = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(one).map(([table, read]) => [table, read + (other[table] ?? 0)]));
/** Changes of so many days of reports and of facts, and the newest list of accounts, which tells the names. */
const changes = (reports: number, facts: number) => ({
  ...stored(reports),
  ...upToToday('user_fact_line', facts),
  ...upToToday('account_line', 7),
});
/** The lists of accounts that tell who left. */
const left = upToToday('account_line', 14);
/** These, and the newest of them, which tells where each account is. */
const placed = days('account_line', 2 + 2, 12 + 5);

test.each<[string, Readonly<Record<string, number>>]>([
  ['recent_credential_change', changes(72, 65)],
  // Windows over an account's days let no filter on `dt` through.
  [`recent_credential_change WHERE ${lastWeek}`, changes(72, 65)],
  [`credential_change WHERE ${lastWeek}`, changes(kept, kept)],
  ["z_user_step WHERE scope = 'recent'", stored(72)],
  ["z_user_step WHERE scope = 'all'", stored(kept)],
  ["z_user_step WHERE scope = 'none'", {}],
  ["z_counted_user WHERE scope = 'latest'", { ...left, ...stored(7) }],
  ["z_user_verdict WHERE scope = 'latest'", { ...left, ...withFacts(7) }],
  [`z_user_verdict WHERE scope = 'all' AND ${lastWeek}`, withFacts(7)],
  ["z_user_verdict WHERE scope = 'none'", {}],
  [`user_credential WHERE dt = '${newest}'`, stored(1)],
  [`user_credential WHERE report_date > current_date - interval '3' day`, stored(3)],
  [`finding WHERE ${lastWeek}`, withFacts(7)],
  [`daily_summary WHERE ${lastWeek}`, withFacts(7)],
  [`control_result WHERE dt = '${newest}'`, { ...days('account_line', 2, 6), ...withFacts(1, 2) }],
  ['control_result WHERE report_date = current_date', { ...days('account_line', 2, 6), ...withFacts(1, 2) }],
  [`control_result WHERE ${lastWeek}`, { ...days('account_line', 2 + 1, 5 + 7 + 6 * 8), ...withFacts(7, 2) }],
  [
    'latest_control_result',
    { ...days('account_line', 2 + 1 + 2 + 2, 5 + 7 + 6 * 8 + 12 + 12), ...withFacts(7, 2) },
  ],
  [`account WHERE dt = '${newest}'`, days('account_line', 1, 0)],
  ['latest_account', days('account_line', 2, 5)],
  ['left_account', left],
  ['z_finding_age', withFacts(42)],
  ['z_latest_finding', { ...placed, ...withFacts(7) }],
  ['latest_finding', { ...placed, ...both(withFacts(7), withFacts(42)) }],
  ['latest_credential', { ...placed, ...withFacts(7) }],
  ['latest_daily_summary', { ...left, ...withFacts(7) }],
  ['latest_user_credential', { ...left, ...stored(7) }],
  ...['iam_user', 'service_credential', 'account_setting', 'user_permission'].map(
    (view): [string, Readonly<Record<string, number>>] => [
      `${view} WHERE ${lastWeek}`,
      upToToday('user_fact_line', 7),
    ],
  ),
  [`access_key WHERE ${lastWeek}`, withFacts(7)],
  [`mfa_device WHERE dt = '${newest}'`, withFacts(1)],
  ['latest_key_triage', { ...placed, ...withFacts(7) }],
  ["z_reported_slot WHERE scope = 'latest'", { ...left, ...withFacts(7) }],
  // The list of accounts of the day and of each of the 7 before may count.
  [`coverage WHERE dt = '${newest}'`, { ...days('account_line', 2, 6), ...stored(1) }],
  ['coverage WHERE report_date = current_date', { ...days('account_line', 2, 6), ...stored(1) }],
  [
    `coverage WHERE dt = '${dayBefore(2)}'`,
    {
      ...days('account_line', 0, 8),
      ...days('credential_report', 0, 1),
      ...days('collection_run_line', 0, 1),
    },
  ],
  // Of the 7 days before, plans print both ends of a range as if they belonged to it: Athena lists one day less of each.
  [`coverage WHERE ${lastWeek}`, { ...days('account_line', 2 + 1, 5 + 7 + 6 * 8), ...stored(7) }],
  ['latest_coverage', { ...days('account_line', 2 + 1 + 2, 5 + 7 + 6 * 8 + 12), ...stored(7) }],
])('%s lists so many prefixes and reads as many objects', async (from, expected) => {
  expect(await reads(`SELECT * FROM ${from}`)).toEqual(expected);
});

test('recent_credential_change opens the objects of its days and no other', async () => {
  await athena.query('SELECT * FROM recent_credential_change');
  expect(athena.warnings).toEqual([`${unreadable[0]}: left out, empty`]);
  await athena.query('SELECT * FROM credential_change');
  expect([...athena.warnings].sort()).toEqual([...unreadable].sort().map((key) => `${key}: left out, empty`));
});

const asked = [
  ...[...savedQueries(), ...functionQueries(), ...commandQueries()].map(
    ({ name, text }) => [name, text] as const,
  ),
  ...Object.values(dashboardQuestions(90)).map(({ id, sql }) => [id, sql] as const),
];

test.each(asked)('%s reads no more of the reports than it looks back', async (_name, sql) => {
  for (const { table, days } of await athena.scans(sql)) {
    if (!undated.includes(table)) expect({ table, days: days < kept }).toEqual({ table, days: true });
  }
});

test('each branch of z_listed_account shifts the day by a constant of its own', () => {
  const text = textOf('z_listed_account');
  const branches = text.replaceAll(/^--.*\n/gm, '').split('UNION ALL');
  const shifts = branches.map((branch) => {
    const later = /, (\d)(?: AS later)?, a\.\*/.exec(branch)?.[1];
    return [later, [...branch.matchAll(/interval '(\d)' day/g)].map(([, days]) => days)];
  });
  const shifted = ['1', '2', '3', '4', '5', '6', '7'].map((days) => [days, [days, days]]);
  expect(shifts).toEqual([['0', []], ...shifted]);
});

const textOf = (name: string) => viewFiles().find((view) => view.name === name)?.text ?? '';

// Trino passes a filter through a window when all its columns are partition keys of that window.
test.each([
  ['z_user_step', 'scope'],
  ['z_user_track', 'scope'],
  ['z_user_change', 'scope'],
  ['z_fact_change', 'scope'],
  ['z_stored_row', 'dt'],
  ['coverage', 'dt'],
])('every window of %s is partitioned by %s', (name, key) => {
  const text = textOf(name).replaceAll(/\s+/g, ' ').replaceAll('( ', '(');
  const windows = [...text.matchAll(/(?:\bOVER|\bAS) \((?=PARTITION|ORDER)([^()]*)/g)].map(
    ([, window = '']) => window,
  );
  expect(windows).toHaveLength(text.match(/PARTITION BY/g)?.length ?? 0);
  expect(text).not.toMatch(/\bOVER \((?!PARTITION BY)/);
  for (const window of windows)
    expect(/^PARTITION BY ([^()]*?)(?: ORDER BY|$)/.exec(window)?.[1]?.split(', ')).toContain(key);
});

test('each branch of z_user_step has a scope that is a constant', () => {
  const text = textOf('z_user_step');
  const branches = text.slice(text.indexOf('scoped AS ('), text.indexOf('\n),')).split('UNION ALL');
  expect(branches.map((branch) => /SELECT '(\w+)' AS scope, r\.\*/.exec(branch)?.[1])).toEqual([
    'all',
    'recent',
  ]);
});
