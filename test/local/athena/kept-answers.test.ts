import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { sha256Of } from '../../../lambda/report/sha256';
import { openLocalAthena } from '../../../local/athena';
import { asksTheTime, readsClock } from '../../../local/athena/reads-clock';
import { viewsByDay } from '../../../local/athena/views-by-day';
import { longAfter, report, storedObjects } from './stored-objects';

const account = '100000000001';
const days = ['2026/11/19', '2026/11/20', '2026/11/21', '2026/11/22'] as const;
const keyOf = (day: string) => `credential-reports/${day}/${account}-Data.csv`;
const keyed = { access_key_1_active: 'true', access_key_1_last_rotated: '2026-01-01T00:00:00+00:00' };
const found = 'SELECT dt, user_name, status FROM finding ORDER BY ALL';
const counted = 'SELECT dt, active_keys FROM daily_summary ORDER BY ALL';

let dataFolder: string;
let keepIn: string;
beforeEach(() => {
  dataFolder = storedObjects(
    Object.fromEntries(days.map((day) => [keyOf(day), report(account, { user: 'anna', ...keyed })])),
  );
  keepIn = join(dataFolder, '.typed-rows');
});

/** One run: opened, asked, closed. */
async function ask(sql: string, { asOf, once, keep = keepIn, now = longAfter }: Asked = {}) {
  const athena = await openLocalAthena({
    dataFolder,
    now,
    ...(keep === '' ? {} : { keepIn: keep }),
    ...(asOf === undefined ? {} : { asOf }),
  });
  try {
    if (once !== undefined) await athena.makeOnce(once);
    return (await athena.query(sql)).rows;
  } finally {
    athena.close();
  }
}
interface Asked {
  readonly asOf?: string;
  readonly once?: string;
  readonly keep?: string;
  readonly now?: () => Date;
}

/** Files of a view's rows by what tells that they were written again. */
function kept(view: string): Record<string, number> {
  const files = readdirSync(keepIn).filter((name) => name.startsWith(`${view}`) && name.endsWith('.parquet'));
  return Object.fromEntries(files.map((name) => [name, statSync(join(keepIn, name)).ino]));
}

function put(key: string, body: string): void {
  mkdirSync(dirname(join(dataFolder, key)), { recursive: true });
  writeFileSync(join(dataFolder, key), body);
}

const oneKey = days.map((dt) => [dt, 1]);

test('the rows of a day are made once, and answer as the view does', async () => {
  const [findings, numbers] = [await ask(found, { keep: '' }), await ask(counted, { keep: '' })];
  expect(numbers).toEqual(oneKey);
  expect(await ask(found)).toEqual(findings);
  expect(await ask(counted)).toEqual(numbers);
  const before = [kept('z_day_finding-'), kept('daily_summary-')];
  expect(before.map((files) => Object.keys(files).length)).toEqual([days.length, days.length]);
  expect(await ask(found)).toEqual(findings);
  expect(await ask(counted)).toEqual(numbers);
  expect([kept('z_day_finding-'), kept('daily_summary-')]).toEqual(before);
});

test("a day's numbers are counted from its findings that are kept", async () => {
  await ask(found);
  const [file = ''] = Object.keys(kept('z_day_finding-2026-11-20'));
  const rows = join(keepIn, file);
  const twice = `${rows}.twice`;
  await withDuckdb((connection) =>
    connection.run(
      `COPY (FROM read_parquet('${rows}') UNION ALL FROM read_parquet('${rows}')) TO '${twice}' (FORMAT parquet)`,
    ),
  );
  renameSync(twice, rows);
  const note = rows.replace('.parquet', '.json');
  const said = JSON.parse(readFileSync(note, 'utf8')) as object;
  writeFileSync(note, JSON.stringify({ ...said, sha256: sha256Of(readFileSync(rows)) }));
  expect(await ask(counted)).toEqual(days.map((dt) => [dt, dt === days[1] ? 2 : 1]));
});

async function withDuckdb(work: (connection: DuckDBConnection) => Promise<unknown>): Promise<void> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await work(connection);
  connection.closeSync();
  instance.closeSync();
}

test('a day that changed is made anew, and no other one', async () => {
  await ask(counted);
  const before = kept('daily_summary-');
  put(keyOf(days[1]), report(account, { user: 'anna', ...keyed }, { user: 'ben', ...keyed }));
  expect(await ask(counted)).toEqual([
    [days[0], 1],
    [days[1], 2],
    [days[2], 1],
    [days[3], 1],
  ]);
  const after = kept('daily_summary-');
  const made = Object.keys(after).filter((name) => after[name] !== before[name]);
  expect(made.map((name) => name.slice(0, 'daily_summary-2026-11-20'.length))).toEqual([
    'daily_summary-2026-11-20',
  ]);
  expect(Object.keys(after)).toHaveLength(days.length);
});

test('another list of exceptions counts on every day', async () => {
  const open = await ask(found);
  expect(new Set(open.map(([, , status]) => status))).toEqual(new Set(['open']));
  put(
    'exceptions/exceptions.csv',
    `account_id,user_name,control,reason,approved_by,expires_on\n${account},*,*,a reason,security,2027-01-01\n`,
  );
  const excepted = await ask(found);
  expect(excepted).toEqual(open.map(([dt, user]) => [dt, user, 'excepted']));
});

test('a question about one account makes no days', async () => {
  const one = `SELECT dt, active_keys FROM daily_summary WHERE account_id = '${account}' ORDER BY ALL`;
  expect(await ask(one)).toEqual(oneKey);
  expect(kept('daily_summary-')).toEqual({});
  await ask(counted);
  const before = kept('daily_summary-');
  expect(await ask(one)).toEqual(oneKey);
  expect(kept('daily_summary-')).toEqual(before);
});

test('each question sees its own days', async () => {
  const athena = await openLocalAthena({ dataFolder, keepIn, now: longAfter });
  const counts = async (condition: string) =>
    (await athena.query(`SELECT dt, active_keys FROM daily_summary WHERE ${condition} ORDER BY ALL`)).rows;
  expect(await counts(`dt = '${days[1]}'`)).toEqual(oneKey.slice(1, 2));
  expect(await counts(`account_id = '${account}'`)).toEqual(oneKey);
  expect(await counts(`dt = '${days[0]}' AND account_id = '${account}'`)).toEqual(oneKey.slice(0, 1));
  expect(await counts(`dt > '${days[1]}'`)).toEqual(oneKey.slice(2));
  athena.close();
});

test('an older day as today has its own newest days', async () => {
  await ask(counted);
  expect(await ask(counted, { asOf: '2026-11-20' })).toEqual(oneKey.slice(0, 2));
  expect(await ask(counted)).toEqual(oneKey);
});

test('what a view answers is kept until something that it reads changes', async () => {
  const newest = 'SELECT active_keys FROM latest_daily_summary';
  const once = 'latest_daily_summary';
  expect(await ask(newest, { once })).toEqual([[1]]);
  const before = kept(once);
  expect(Object.keys(before)).toHaveLength(1);
  expect(await ask(newest, { once })).toEqual([[1]]);
  expect(kept(once)).toEqual(before);
  put(keyOf(days[3]), report(account, { user: 'anna', ...keyed }, { user: 'ben', ...keyed }));
  expect(await ask(newest, { once })).toEqual([[2]]);
  expect(await ask(newest, { once, asOf: '2026-11-21' })).toEqual([[1]]);
});

test('who is still to come is asked again at another time of the day', async () => {
  // A day after those on which this runs: what was just written could change unseen, and is not kept.
  put(
    'accounts/2029/12/31/accounts.jsonl',
    `${JSON.stringify({ account_id: '100000000002', account_name: 'Web', state: 'ACTIVE', expected: true })}\n`,
  );
  const status = "SELECT status FROM coverage WHERE account_id = '100000000002' AND dt = '2029/12/31'";
  const at = (time: string) => ask(status, { once: 'coverage', now: () => new Date(time) });
  expect(await at('2029-12-31T03:00:00Z')).toEqual([['pending']]);
  expect(Object.keys(kept('coverage'))).toHaveLength(1);
  expect(await at('2030-01-02T03:00:00Z')).toEqual([['missing']]);
});

const planned = () => readdirSync(keepIn).filter((name) => name.startsWith('plans.'));

test('the days that a statement reads are planned once, for the same days', async () => {
  const since = (days: number) =>
    `SELECT dt FROM user_credential WHERE dt > date_format(current_date - interval '${days}' day, '%Y/%m/%d') ORDER BY 1`;
  const newest = [[days[2]], [days[3]]];
  expect(await ask(since(2))).toEqual(newest);
  const [file = ''] = planned();
  const before = statSync(join(keepIn, file)).ino;
  expect(await ask(since(2))).toEqual(newest);
  expect(statSync(join(keepIn, file)).ino).toBe(before);
  expect(await ask(since(1))).toEqual(newest.slice(1));
  expect(statSync(join(keepIn, file)).ino).not.toBe(before);
  expect(await ask(since(2), { asOf: '2026-11-21' })).toEqual([[days[1]], [days[2]]]);
  expect(planned()).toHaveLength(1);
  expect(planned()).not.toEqual([file]);
});

test('plans that are not as they were written are made again', async () => {
  await ask(counted);
  const file = join(keepIn, planned()[0] ?? '');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('2026/11/2');
  for (const spoiled of [text.replaceAll('2026/11/2', '2026/10/2'), text.slice(0, -9), '[]']) {
    writeFileSync(file, spoiled);
    expect(await ask(counted)).toEqual(oneKey);
    expect(readFileSync(file, 'utf8')).not.toBe(spoiled);
  }
});

test('a statement that asks for the time is planned for that time', async () => {
  const last =
    "SELECT dt FROM user_credential WHERE dt > date_format(now() - interval '12' hour, '%Y/%m/%d')";
  const at = (time: string) => ask(last, { asOf: '2026-11-22', now: () => new Date(time) });
  expect(await at('2026-11-22T18:00:00Z')).toEqual([]);
  expect(await at('2026-11-22T06:00:00Z')).toEqual([[days[3]]]);
});

test.each([
  ["SELECT 1 FROM coverage WHERE dt > '2026/11/20'", true],
  ['SELECT * FROM latest_control_result', true],
  ['SELECT current_timestamp', true],
  ['SELECT localtime', true],
  ['SELECT current_date, is_known FROM latest_finding', false],
])('whether %s asks for the time is %s', (sql, asks) => {
  expect(asksTheTime(sql)).toBe(asks);
});

test('rows that another run throws away are made again', async () => {
  const athena = await openLocalAthena({ dataFolder, keepIn, now: longAfter });
  await athena.makeOnce('latest_daily_summary');
  for (const sql of [counted, 'SELECT dt, active_keys FROM latest_daily_summary']) {
    await athena.query(sql);
    const answer = athena.query(sql);
    rmSync(keepIn, { recursive: true });
    expect((await answer).rows).toEqual(sql === counted ? oneKey : oneKey.slice(-1));
  }
  athena.close();
});

test.each(viewsByDay)('a day of %s is made of that day alone, whatever the time', async (view) => {
  const athena = await openLocalAthena({ dataFolder, now: longAfter });
  const read = await athena.scans(`SELECT * FROM ${view} WHERE dt = '2026/11/20'`);
  expect(
    read
      .filter(({ days: read }) => read > 1)
      .map(({ table }) => table)
      .sort(),
  ).toEqual(['control_setting', 'exception']);
  expect(readsClock(view)).toBe(false);
  athena.close();
});
