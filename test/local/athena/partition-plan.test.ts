import type { LocalAthena } from '../../../local/athena';
import { queryOf, rowViews } from '../../../local/athena/row-views';
import { openMonth, rowsByDays } from './month';

let athena: LocalAthena;
beforeAll(async () => {
  athena = await openMonth();
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
});

test('the days opened are all that the conditions need', async () => {
  const conditions = ofUsers.map(([condition]) => condition);
  for (const { condition, opened, all } of await rowsByDays(athena, 'user_credential', conditions))
    expect({ condition, rows: opened }).toEqual({ condition, rows: all });
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
