import { viewFiles } from '../../../athena-ddl/sql-files';
import { openLocalAthena, type LocalAthena } from '../../../local/athena';
import { queryOf, rowViews } from '../../../local/athena/row-views';
import { longAfter, report, storedObjects } from './stored-objects';

const days = Array.from({ length: 30 }, (_, i) => `2026/11/${String(i + 1).padStart(2, '0')}`);
let athena: LocalAthena;
beforeAll(async () => {
  const body = report('100000000001', { user: 'anna' }, { user: "it's (odd) AND" });
  const objects = days.map((day) => [`credential-reports/${day}/100000000001-Data.csv`, body] as const);
  athena = await openLocalAthena({ dataFolder: storedObjects(Object.fromEntries(objects)), now: longAfter });
});
afterAll(() => athena.close());

const ofUsers: readonly [condition: string, opened: number][] = [
  ["dt = '2026/11/22'", 1],
  ["dt > '2026/11/20' AND dt <= '2026/11/25'", 5],
  ["dt IN ('2026/11/01', '2026/11/22')", 2],
  ["dt > date_format(current_date - interval '7' day, '%Y/%m/%d')", 7],
  ["substr(dt, 1, 9) = '2026/11/2'", 10],
  ["report_date = date '2026-11-22'", 1],
  ["report_date >= date '2026-11-20'", 11],
  ["report_date BETWEEN date '2026-11-20' AND date '2026-11-22'", 3],
  ["report_date IN (date '2026-11-01', date '2026-11-22')", 2],
  ["report_date > current_date - interval '7' day", 7],
  // Plans print both ends as if they belonged to it.
  ["report_date > current_date - interval '7' day AND report_date < current_date", 8],
  ["report_date > current_date - interval '7' day AND user_name LIKE '%AND%'", 7],
  ["report_date > current_date - interval '7' day AND user_name = 'it''s (odd) AND'", 7],
  // The first day of a condition is not the day that a row has.
  ["user_name = 'x' OR dt = '2026/11/22'", 30],
  ["user_name BETWEEN '0' AND 'z'", 30],
  ["cast(dt AS date) = date '2026-11-22'", 30],
];

test.each(ofUsers)('user_credential WHERE %s opens %i days', async (condition, opened) => {
  const scans = await athena.scans(`SELECT * FROM user_credential WHERE ${condition}`);
  const read = scans.filter(({ table }) => table.startsWith('credential_report'));
  // Each day is one of the objects or one of the history.
  expect(read.map(({ scans }) => scans)).toEqual(read.map(() => 1));
  expect(read.map(({ days }) => days)).toEqual(read.map(({ daysListed }) => daysListed));
  expect(read.reduce((sum, { days }) => sum + days, 0)).toBe(opened);
  expect(await rowsOf('user_credential', condition)).toEqual(await kept('user_credential', condition));
});

test('a day that a query counts on by itself prunes nothing', async () => {
  const shifted = "SELECT cast(report_date + interval '3' day AS date) AS report_date FROM user_credential";
  const { rows } = await athena.query(
    `SELECT count(*) AS n FROM (${shifted}) AS s WHERE report_date > current_date - interval '1' day`,
  );
  expect(rows).toEqual([[8]]);
});

test.each(Object.values(rowViews))('%s is planned as its text would be', async (view) => {
  const conditions = [
    'true',
    "dt = '2026/11/22'",
    "dt >= date_format(current_date - interval '1' day, '%Y/%m/%d')",
    "account_id = '100000000001' AND dt IN ('2026/11/02', '2026/11/22')",
  ];
  if (queryOf(view).includes('report_date')) conditions.push("report_date > date '2026-11-20'");
  for (const condition of conditions) {
    const planned = await scansOf(`SELECT * FROM ${view} WHERE ${condition}`);
    expect({ condition, planned }).toEqual({
      condition,
      planned: await scansOf(`SELECT * FROM (${queryOf(view)}) WHERE ${condition}`),
    });
  }
});

/** Of a table without a day left DuckDB may plan no scan. */
const scansOf = async (sql: string) => (await athena.scans(sql)).filter(({ days }) => days > 0);

const conditions = ["lower(dt) > '2026/11/27'", "report_date > current_date - interval '3' day"];
// One row per account, whatever its day.
const views = viewFiles().filter(({ name, text }) => text.includes('report_date') && name !== 'left_account');
const asked = views.flatMap(({ name }) => conditions.map((condition) => [name, condition] as const));

test.each(asked)('the days opened for %s WHERE %s are all that it needs', async (view, condition) => {
  expect(await rowsOf(view, condition)).toEqual(await kept(view, condition));
});

const rowsOf = async (view: string, condition: string) =>
  (await athena.query(`SELECT * FROM ${view} WHERE ${condition} ORDER BY ALL`)).rows;

/** The same of all days, asked once for all conditions of a view: nothing passes a LIMIT. */
const everyRow = new Map<string, Promise<readonly (readonly unknown[])[]>>();
async function kept(view: string, condition: string) {
  const all = view === 'user_credential' ? [...ofUsers.map(([one]) => one), ...conditions] : conditions;
  const flags = all.map((one, place) => `coalesce(${one}, false) AS keeps_${place}`);
  const sql = `SELECT *, ${flags.join()} FROM (SELECT * FROM ${view} LIMIT 1000000000) AS kept ORDER BY ALL`;
  const rows = everyRow.get(view) ?? athena.query(sql).then((answer) => answer.rows);
  everyRow.set(view, rows);
  const place = all.indexOf(condition);
  return (await rows)
    .filter((row) => row.at(place - all.length) === true)
    .map((row) => row.slice(0, -all.length));
}
