import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLocalAthena, type LocalAthena } from '../../../local/athena';
import { longAfter, recordedReport, report, storedObjects } from './stored-objects';

const opened: LocalAthena[] = [];
async function over(objects: Record<string, string | Buffer>, days?: { last: number }): Promise<LocalAthena> {
  const athena = await openLocalAthena({
    dataFolder: storedObjects(objects),
    ...(days ? { days } : {}),
    now: longAfter,
  });
  opened.push(athena);
  return athena;
}
afterAll(() => opened.forEach((athena) => athena.close()));

const day = 'credential-reports/2026/11/22';
const good = { [`${day}/100000000001-Good.csv`]: report('100000000001', { user: 'anna' }) };
const users = 'SELECT account_id, user_name FROM user_credential ORDER BY 1, 2';

test('shows a recorded report under the account name of its key', async () => {
  const athena = await over({
    [`${day}/123456789012-Sandbox=201.csv`]: recordedReport('live-2026-09-11'),
  });
  const { rows } = await athena.query(
    `SELECT account_name, user_name, mfa_active, password_last_used_raw, access_key_2_last_rotated_at
     FROM user_credential WHERE user_name LIKE '%-a-%' OR user_name LIKE '%-c-%' ORDER BY 2`,
  );
  expect(rows).toEqual([
    ['Sandbox 1', 'fixture-a-keys-new-inactive', false, 'N/A', '2026-09-11 13:14:53'],
    ['Sandbox 1', 'fixture-c-reset-required', false, 'no_information', null],
  ]);
});

test('opens the days asked for and no other', async () => {
  const athena = await over(
    { ...good, 'credential-reports/2026/11/21/100000000001-Good.csv': '"' },
    { last: 1 },
  );
  expect(athena.days).toEqual(['2026-11-22']);
  expect((await athena.query(users)).rows).toHaveLength(1);
  expect(athena.warnings).toEqual([]);
});

test('opens the days that a filter leaves and no other', async () => {
  const athena = await over({ ...good, 'credential-reports/2026/11/21/100000000001-Good.csv': '"' });
  const { rows } = await athena.query(`SELECT user_name FROM user_credential WHERE dt > '2026/11/21'`);
  expect(rows).toEqual([['anna']]);
  expect(athena.warnings).toEqual([]);
});

test("tells DuckDB's message and place of wrong SQL", async () => {
  const athena = await over(good);
  await expect(athena.query('SELECT usr_name FROM user_credential')).rejects.toMatchObject({
    name: 'QueryError',
    message: expect.stringMatching(/"usr_name" not found[^]*LINE 1: SELECT usr_name/) as string,
  });
});

test('names the folder and its days when there is nothing to open', async () => {
  await expect(openLocalAthena({ dataFolder: '/nowhere' })).rejects.toThrow('/nowhere does not exist');
  await expect(openLocalAthena({ dataFolder: storedObjects({}), now: longAfter })).rejects.toThrow(
    'credential-reports/YYYY/MM/DD/',
  );
  await expect(
    openLocalAthena({ dataFolder: storedObjects(good), days: { to: '2026-01-01' }, now: longAfter }),
  ).rejects.toThrow('the folder has 1 days, 2026-11-22 to 2026-11-22');
});

test('a folder may be called anything', async () => {
  const folder = join(storedObjects({}), `it's [a] *odd* "folder"? ü`);
  cpSync(storedObjects(good), folder, { recursive: true });
  const athena = await openLocalAthena({ dataFolder: folder, now: longAfter });
  opened.push(athena);
  expect((await athena.query(users)).rows).toEqual([['100000000001', 'anna']]);
});

test('one statement, with or without a semicolon', async () => {
  const athena = await over(good);
  expect((await athena.query('SELECT 1 AS one;\n')).rows).toEqual([[1]]);
  await expect(athena.query('SELECT 1; SELECT 2')).rejects.toThrow('one statement at a time, received 2');
});

test('today is the newest day unless asked, and later days are left out', async () => {
  const folder = storedObjects({
    ...good,
    'credential-reports/2026/11/20/100000000001-Good.csv': report('100000000001', { user: 'ben' }),
  });
  for (const [asOf, today, user] of [
    [undefined, '2026-11-22', 'anna'],
    ['2026-11-21', '2026-11-21', 'ben'],
  ] as const) {
    const athena = await openLocalAthena({
      dataFolder: folder,
      ...(asOf === undefined ? {} : { asOf }),
      now: longAfter,
    });
    opened.push(athena);
    expect(athena.asOf).toBe(today);
    const { rows } = await athena.query(
      'SELECT DISTINCT current_date, user_name FROM latest_user_credential',
    );
    expect(rows).toEqual([[today, user]]);
    // This view cuts nothing away by itself.
    const all = await athena.query('SELECT DISTINCT user_name FROM user_credential ORDER BY 1');
    expect(all.rows.flat()).toEqual(asOf === undefined ? ['anna', 'ben'] : ['ben']);
  }
});

test('names each object with lines that are no run record or account, once', async () => {
  const athena = await over({
    ...good,
    'collection-runs/2026/11/22/100000000001.json': '{"account_id": ',
    'collection-runs/2026/11/22/100000000002.json': Buffer.from([0x7b, 0xff, 0xfe, 0x0a]),
    'accounts/2026/11/22/accounts.jsonl': 'x\n{"account_id":"100000000001","expected":true}\n[]\n',
  });
  await athena.query('SELECT * FROM coverage');
  await athena.query('SELECT * FROM collection_run');
  expect([...athena.warnings].sort()).toEqual([
    'accounts/2026/11/22/accounts.jsonl: 2 lines unreadable',
    'collection-runs/2026/11/22/100000000001.json: 1 line unreadable',
    'collection-runs/2026/11/22/100000000002.json: 1 line unreadable',
  ]);
});

test('many poisoned objects of one account leave the others', async () => {
  const days = Array.from({ length: 20 }, (_, i) => `2026/10/${10 + i}`);
  const objects = days.flatMap((day) =>
    [1, 2, 3, 4].map((n) => {
      const id = `10000000000${n}`;
      return [
        `credential-reports/${day}/${id}-A.csv`,
        n === 3 ? 'a\n1,"x"y,3' : report(id, { user: 'x' }),
      ] as const;
    }),
  );
  const athena = await over(Object.fromEntries(objects));
  const { rows } = await athena.query(
    'SELECT account_id, count(*) FROM user_credential GROUP BY 1 ORDER BY 1',
  );
  expect(rows).toEqual([
    ['100000000001', 20],
    ['100000000002', 20],
    ['100000000004', 20],
  ]);
  expect(athena.warnings).toHaveLength(20);
  expect(athena.warnings[0]).toBe(
    'credential-reports/2026/10/10/100000000003-A.csv: not every row can be read',
  );
  const unreadable = await athena.query(
    `SELECT account_id, sum(unreadable_rows) FROM coverage WHERE unreadable_rows > 0 GROUP BY 1`,
  );
  expect(unreadable.rows).toEqual([['100000000003', 20]]);
});

test('the largest report that IAM makes is read', async () => {
  const rows = Array.from({ length: 5000 }, (_, i) => ({ user: `${'n'.repeat(59)}${10_000 + i}` }));
  const athena = await over({ [`${day}/100000000001-Big.csv`]: report('100000000001', ...rows) });
  expect(
    (await athena.query('SELECT count(*), count(DISTINCT user_name) FROM user_credential')).rows,
  ).toEqual([[5000, 5000]]);
  expect(athena.warnings).toEqual([]);
});

test('a runtime error of the statement itself isolates nothing', async () => {
  const athena = await over(good);
  await expect(athena.query(`SELECT cast(user_name AS date) FROM user_credential`)).rejects.toMatchObject({
    name: 'QueryError',
  });
  await expect(athena.query(`SELECT error('no') FROM user_credential`)).rejects.toThrow('no');
  expect(athena.warnings).toEqual([]);
});

test('a view is made once for the questions that follow', async () => {
  const dataFolder = storedObjects(good);
  const athena = await openLocalAthena({ dataFolder, now: longAfter });
  opened.push(athena);
  const latest = 'SELECT account_id, user_name, control FROM latest_finding ORDER BY ALL';
  await athena.makeOnce('latest_finding');
  await athena.makeOnce('latest_finding');
  // What changes in the folder is seen by other views alone.
  const other = report('100000000001', { user: 'anna', mfa_active: 'false', password_enabled: 'true' });
  writeFileSync(join(dataFolder, `${day}/100000000001-Good.csv`), other);
  expect((await athena.query(users)).rows).toEqual([['100000000001', 'anna']]);
  expect((await athena.query(latest)).rows).toEqual([['100000000001', 'anna', 'dead-user']]);
  await expect(athena.makeOnce('latest_findings')).rejects.toThrow('latest_findings');
});

test('a form of days that Athena and DuckDB spell differently is refused', async () => {
  const athena = opened[0] ?? (await over(good));
  const asked = athena.query(`SELECT date_format(current_date, '%Y-%m-%d')`);
  await expect(asked).rejects.toThrow('date_format knows %Y/%m/%d alone');
});

test.each([
  [`greatest(1, NULL)`, null],
  [`greatest(1, 2, 3)`, 3],
  [`least(2, NULL, 1)`, null],
  [`least(2, 1)`, 1],
  [`(SELECT max_by(x, y) FROM (VALUES (1, 1), (NULL, 2), (3, NULL)) AS t (x, y))`, null],
  [`(SELECT min_by(x, y) FROM (VALUES (NULL, 1), (2, 2)) AS t (x, y))`, null],
  [`array_join((SELECT max_by(x, y, 2) FROM (VALUES (1, 1), (2, 2), (3, 3)) AS t (x, y)), ' ')`, '3 2'],
  [`count_if(NULL)`, 0],
  [`count_if(true)`, 1],
  [`date_format(date '2026-11-22', '%Y/%m/%d')`, '2026/11/22'],
  [`date_format(current_date - interval '7' day, '%Y/%m/%d')`, '2026/11/15'],
  [`json_extract_scalar('{"a": {"b": "c"}}', '$.a.b')`, 'c'],
  [`json_extract_scalar('{"a": {"b": "c"}}', '$.a')`, null],
  [`json_extract_scalar('{"a": [1]}', '$.a')`, null],
  [`json_extract_scalar('{"a": true}', '$.a')`, 'true'],
  [`json_extract_scalar('{"a": null}', '$.a')`, null],
  [`json_extract_scalar('{"a": ', '$.a')`, null],
  // Trino looks no further than the value: what is cut off or goes on behind it does not matter.
  [`json_extract_scalar('{"a": "x", "b', '$.a')`, 'x'],
  [`json_extract_scalar('{"a": "x"} and more', '$.a')`, 'x'],
  [`json_extract_scalar('{"b": 1} and more', '$.a')`, null],
  [`json_extract_scalar('{"a": 1,}', '$.a')`, '1'],
  [`json_extract_scalar('{"b": [1,], "a": 1}', '$.a')`, null],
  [`json_extract_scalar('{"b": NaN, "a": 1}', '$.a')`, null],
  [`json_extract_scalar('{"b": "NaN,]", "a": 1}', '$.a')`, '1'],
  [`json_extract_scalar('{"a": "\\ud83d"}', '$.a')`, '?'],
  [`json_extract_scalar('{"a": "\\ud83d\\ude00é"}', '$.a')`, '😀é'],
  [`json_extract_scalar('{"a": 1.50}', '$.a')`, '1.50'],
  [`json_extract_scalar('{"a": -0}', '$.a')`, '-0'],
  [`json_extract_scalar('{"a": 12345678901234567890123}', '$.a')`, '12345678901234567890123'],
  [`json_extract_scalar('{"a": 1, "a": 2}', '$.a')`, '1'],
  [`json_extract_scalar(NULL, '$.a')`, null],
  [`json_extract_scalar('\ufeff{"a": 1}', '$.a')`, null],
  [`json_format(json_extract('\ufeff{"a": 1}', '$.a'))`, null],
  [`json_format(json_extract('{"a": [1, "b"]}', '$.a'))`, '[1,"b"]'],
  [`json_format(json_extract('{"a": [1, "b"], "c', '$.a'))`, '[1,"b"]'],
  [`json_format(json_extract('{"a": [1, "b"', '$.a'))`, null],
  [`json_format(json_extract('{"a": {"z": 1.10, "b": "😀"}}', '$.a'))`, '{"z":1.1,"b":"\\uD83D\\uDE00"}'],
  [`json_format(json_extract('{"a": null}', '$.a'))`, 'null'],
  [`json_format(json_extract('{"b": null}', '$.a'))`, null],
  [`json_format(json_extract('nothing', '$.a'))`, null],
  [`split_part('a:b', ':', 2)`, 'b'],
  [`split_part('a:', ':', 2)`, ''],
  [`split_part('a:b', ':', 3)`, null],
  [`regexp_extract('ab', '^(b)', 1)`, null],
  [`regexp_extract('ab', '^a(x?)b', 1)`, ''],
  [`regexp_extract('ab', '^a(b)', 1)`, 'b'],
  [`url_decode('a%20b+c')`, 'a b c'],
  [`url_decode('1%2B1+Büro%0A%41%5a%25')`, '1+1 Büro\nAZ%'],
  [`url_decode('%7F%80')`, '\u007f\ufffd'],
  [`url_decode('%FF')`, '\ufffd'],
  [`url_decode('%ED%A0%BD')`, '\ufffd'],
  [`length(url_decode('%EF%BB%BFa'))`, 2],
  [`try(url_decode('%E2%82%AC'))`, '€'],
])('%s is what Athena says', async (expression, value) => {
  const athena = opened[0] ?? (await over(good));
  expect((await athena.query(`SELECT ${expression}`)).rows).toEqual([[value]]);
});
