import { openLocalAthena, type LocalAthena } from '../../../local/athena';
import { longAfter, report, storedObjects } from './stored-objects';

const id = '100000000007';
let athena: LocalAthena;
beforeAll(async () => {
  const days = ['20', '21', '22'].map((day) => `credential-reports/2026/11/${day}/${id}-Sandbox.csv`);
  const folder = storedObjects(Object.fromEntries(days.map((key) => [key, report(id, { user: 'anna' })])));
  athena = await openLocalAthena({ dataFolder: folder, now: longAfter });
});
afterAll(() => athena.close());

const from = (rest: string) => `SELECT user_name FROM user_credential ${rest}`;

test.each([
  from("WHERE dt = '2026-11-21'"),
  from("WHERE dt <> '2026-11-21'"),
  from("WHERE dt >= '2026-11-21'"),
  from("WHERE dt <= '2026-11-21'"),
  from("WHERE dt > '2026-11-21'"),
  from("WHERE dt < '2026-11-21'"),
  from("WHERE '2026-11-21' <= dt"),
  from("WHERE dt BETWEEN '2026-11-21' AND '2026/11/22'"),
  from("WHERE dt BETWEEN '2026/11/20' AND '2026-11-21'"),
  from("WHERE dt NOT BETWEEN '2026/11/20' AND '2026-11-21'"),
  from("WHERE '2026-11-21' BETWEEN dt AND dt"),
  from("WHERE dt IN ('2026/11/20', '2026-11-21')"),
  from("WHERE dt NOT IN ('2026-11-21')"),
  from("WHERE dt IS DISTINCT FROM '2026-11-21'"),
  from("WHERE NOT (user_name = 'x' OR (dt = '2026-11-21'))"),
  from("WHERE CASE dt WHEN '2026-11-21' THEN true END"),
  from(`WHERE DT = '2026-11-21' OR "dt" = '2026/11/21'`),
  from("AS u WHERE u.dt = '2026-11-21'"),
  from("JOIN finding USING (account_id) WHERE finding.dt = '2026-11-21'"),
  "SELECT count_if(dt = '2026-11-21') AS n FROM finding",
  "SELECT account_id FROM finding GROUP BY account_id, dt HAVING dt = '2026-11-21'",
  "WITH day AS (SELECT dt, user_name FROM finding) SELECT * FROM day WHERE dt = '2026-11-21'",
  "WITH day AS (SELECT * FROM finding) SELECT * FROM day AS d WHERE d.dt = '2026-11-21'",
  "WITH one AS (SELECT dt FROM finding), two AS (SELECT * FROM one) SELECT * FROM two WHERE dt = '2026-11-21'",
  "SELECT * FROM (SELECT dt AS dt FROM finding UNION ALL SELECT dt FROM coverage) AS d WHERE dt = '2026-11-21'",
  "SELECT user_name FROM finding WHERE account_id IN (SELECT account_id FROM coverage WHERE dt = '2026-11-21')",
  "SELECT user_name FROM finding UNION ALL SELECT user_name FROM finding WHERE dt = '2026-11-21'",
  "SELECT report_date AS dt FROM finding WHERE dt = '2026-11-21'",
])('refuses %s', async (sql) => {
  await expect(athena.query(sql)).rejects.toThrow(
    "dt is a day as text and compares as text: received '2026-11-21', allowed is yyyy/MM/dd, here '2026/11/21'; or compare report_date, which is a date and reads no more",
  );
});

test.each(['2026/11', '2026/13/01', '2026/11/32', '2026/1/2', '2026/11/21 ', 'yesterday', ''])(
  'refuses the day %p',
  async (text) => {
    await expect(athena.query(from(`WHERE dt >= '${text}'`))).rejects.toThrow(
      `received '${text}', allowed is yyyy/MM/dd`,
    );
  },
);

test.each<[sql: string, rows: number]>([
  [from("WHERE dt = '2026/11/21'"), 1],
  [from("WHERE dt BETWEEN '2026/11/20' AND '2026/11/21'"), 2],
  [from("WHERE dt IN ('2026/11/20', '2026/11/22')"), 2],
  [from("WHERE dt > date_format(current_date - interval '2' day, '%Y/%m/%d')"), 2],
  [from("WHERE dt LIKE '2026/11/%'"), 3],
  [from("WHERE dt LIKE '%-%'"), 0],
  [from("WHERE substr(dt, 1, 7) = '2026/11'"), 3],
  [from("WHERE replace(dt, '/', '-') >= '2026-11-21'"), 2],
  [from("WHERE report_date >= DATE '2026-11-21'"), 2],
  [from("WHERE user_name = 'dt' OR dt = '2026/11/22'"), 1],
  [from('WHERE dt = (SELECT max(dt) FROM user_credential)'), 1],
  // What the statement calls `dt` itself is none of ours.
  [
    "SELECT * FROM (SELECT cast(report_date AS varchar) AS dt FROM user_credential) AS d WHERE dt >= '2026-11-21'",
    2,
  ],
  ["SELECT * FROM (SELECT report_date AS dt FROM user_credential) AS d WHERE d.dt = '2026-11-21'", 1],
  [
    "WITH d AS (SELECT cast(report_date AS varchar) AS dt FROM user_credential) SELECT * FROM d WHERE dt <> '2026-11-21'",
    2,
  ],
  [
    "WITH d (dt) AS (SELECT cast(report_date AS varchar) FROM user_credential) SELECT * FROM d WHERE dt = '2026-11-21'",
    1,
  ],
  [
    "SELECT * FROM (SELECT cast(report_date AS varchar) FROM user_credential) AS d (dt) WHERE dt = '2026-11-21'",
    1,
  ],
  ["SELECT * FROM (VALUES ('2026-11-21')) AS d (dt) WHERE dt = '2026-11-21'", 1],
  [
    "SELECT x.dt FROM (SELECT '2026-11-21' AS dt) AS x JOIN user_credential AS u ON x.dt = '2026-11-21' WHERE u.dt = '2026/11/22'",
    1,
  ],
])('answers %s', async (sql, rows) => {
  expect((await athena.query(sql)).rows).toHaveLength(rows);
});

test('a filter on report_date opens no more days than one on dt', async () => {
  const days = async (filter: string) =>
    (await athena.scans(from(`WHERE ${filter}`))).flatMap(({ table, days }) =>
      days === 0 ? [] : [[table, days]],
    );
  expect(await days("report_date = DATE '2026-11-21'")).toEqual(await days("dt = '2026/11/21'"));
});

test('SQL that is wrong otherwise is refused in the words of the engine', async () => {
  await expect(athena.query("SELECT * FORM finding WHERE dt = '2026-11-21'")).rejects.toThrow('syntax error');
});
