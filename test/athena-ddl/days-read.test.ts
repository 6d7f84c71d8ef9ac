import { dashboardQuestions } from '../../dashboards/questions';
import { functionQueries, savedQueries, viewFiles } from '../../athena-ddl/sql-files';
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

let athena: LocalAthena;
beforeAll(async () => {
  const days = Array.from({ length: kept }, (_, days) => dayBefore(days));
  const objects = days.map(
    (day) => [`credential-reports/${day}/${id}-Data.csv`, report(id, { user: 'anna' })] as const,
  );
  athena = await openLocalAthena({
    dataFolder: storedObjects({
      ...Object.fromEntries(objects),
      ...Object.fromEntries(unreadable.map((key) => [key, ''])),
    }),
    now: longAfter,
  });
});
afterAll(() => athena.close());

/** How often a statement reads each table, and how many days of it, as `times × days`. */
async function reads(sql: string): Promise<Readonly<Record<string, string>>> {
  const tables = (await athena.scans(sql)).filter(({ table }) => table !== 'exception');
  return Object.fromEntries(tables.map(({ table, scans, days }) => [table, `${scans} × ${days}`]));
}

const lastWeek = `dt > '${dayBefore(7)}'`;

/** Reports, and the run records that say which of two reports of a day counts. */
const stored = (days: number) => ({ credential_report: `1 × ${days}`, collection_run_line: `1 × ${days}` });

test.each<[string, Readonly<Record<string, string>>]>([
  ['recent_credential_change', stored(72)],
  // Windows over an account's days let no filter on `dt` through.
  [`recent_credential_change WHERE ${lastWeek}`, stored(72)],
  [`credential_change WHERE ${lastWeek}`, stored(kept)],
  ["z_user_step WHERE scope = 'recent'", stored(72)],
  ["z_user_step WHERE scope = 'all'", stored(kept)],
  ["z_user_step WHERE scope = 'none'", {}],
  [`user_credential WHERE dt = '${newest}'`, stored(1)],
  [`user_credential WHERE report_date > current_date - interval '3' day`, stored(3)],
  [`finding WHERE ${lastWeek}`, stored(7)],
  [`daily_summary WHERE ${lastWeek}`, stored(7)],
  ['latest_finding', stored(7)],
  // An older list of accounts may count for a day; it is one object a day.
  [`coverage WHERE dt = '${newest}'`, { account_line: `1 × ${kept}`, ...stored(1) }],
  ['latest_coverage', { account_line: `1 × ${kept}`, ...stored(7) }],
])('%s reads so many days', async (from, expected) => {
  expect(await reads(`SELECT * FROM ${from}`)).toEqual(expected);
});

test('recent_credential_change opens the objects of its days and no other', async () => {
  await athena.query('SELECT * FROM recent_credential_change');
  expect(athena.warnings).toEqual([`${unreadable[0]}: left out, empty`]);
  await athena.query('SELECT * FROM credential_change');
  expect([...athena.warnings].sort()).toEqual([...unreadable].sort().map((key) => `${key}: left out, empty`));
});

const asked = [
  ...[...savedQueries(), ...functionQueries()].map(({ name, text }) => [name, text] as const),
  ...Object.values(dashboardQuestions(90)).map(({ id, sql }) => [id, sql] as const),
];

test.each(asked)('%s reads no more of the reports than it looks back', async (_name, sql) => {
  for (const { table, days } of await athena.scans(sql)) {
    if (['credential_report', 'collection_run_line'].includes(table)) expect(days).toBeLessThan(kept);
  }
});

const textOf = (name: string) => viewFiles().find((view) => view.name === name)?.text ?? '';

// Trino passes a filter through a window when all its columns are partition keys of that window.
test.each([
  ['z_user_step', 'scope'],
  ['z_user_track', 'scope'],
  ['z_user_change', 'scope'],
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
