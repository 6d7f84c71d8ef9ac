import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLocalAthena } from '../../../local/athena';
import { queryOf } from '../../../local/athena/row-views';
import { dropObjects, writeHistory } from './history-folder';
import { longAfter, report, storedObjects } from './stored-objects';

const id = '100000000001';
/** Yesterday and today are read from their objects. */
const past = ['2026/11/18', '2026/11/19', '2026/11/20'] as const;
const days = [...past, '2026/11/21', '2026/11/22'];
const odd = `collection-runs/2026/11/19/100000000002.json`;

function objects(): Record<string, string | Buffer> {
  const of = (key: (day: string) => string, body: string) =>
    Object.fromEntries(days.map((day) => [key(day), body]));
  return {
    ...of(
      (day) => `credential-reports/${day}/${id}-Data.csv`,
      report(id, { user: 'anna' }, { user: 'b"en' }),
    ),
    ...of(
      (day) => `collection-runs/${day}/${id}.json`,
      `${JSON.stringify({ account_id: id, status: 'collected' })}\n`,
    ),
    ...of(
      (day) => `accounts/${day}/accounts.jsonl`,
      `${JSON.stringify({ account_id: id, expected: true })}\n`,
    ),
    [odd]: 'no json\n',
    // No UTF-8, and a line that is one.
    [`credential-reports/2026/11/19/${id}9-No.csv`]: Buffer.from('user,arn\nan\xffna,x\n', 'latin1'),
    'collection-runs/2026/11/20/100000000003.json': Buffer.from(
      '{"account_id":"100000000003","status":"failed","error":{"name":"\xff\xfe"}}\n',
      'latin1',
    ),
  };
}

const asked = [
  'SELECT * FROM user_credential',
  'SELECT * FROM finding',
  'SELECT * FROM coverage',
  'SELECT * FROM latest_coverage',
  'SELECT * FROM collection_run',
  'SELECT * FROM account',
  'SELECT * FROM credential_report',
  'SELECT * FROM account_line',
  'SELECT * EXCLUDE (line_base64) FROM collection_run_line_history',
];

async function ask(dataFolder: string, statements: readonly string[] = asked, keepIn?: string) {
  const athena = await openLocalAthena({
    dataFolder,
    now: longAfter,
    ...(keepIn === undefined ? {} : { keepIn }),
  });
  try {
    const answers: Record<string, unknown> = {};
    for (const sql of statements) answers[sql] = (await athena.query(`${sql} ORDER BY ALL`)).rows;
    return { asOf: athena.asOf, answers, warnings: [...athena.warnings].sort() };
  } finally {
    athena.close();
  }
}

let raw: Awaited<ReturnType<typeof ask>>;
beforeAll(async () => {
  raw = await ask(storedObjects(objects()));
});

test.each<[string, readonly string[]]>([
  ['beside their objects', []],
  ['in the place of their objects', past],
  ['in the place of some objects', ['2026/11/19']],
  ['in the place of all objects, those of today among them', days],
])('days in history %s answer as their objects do', async (_where, dropped) => {
  const dataFolder = storedObjects(objects());
  await writeHistory(dataFolder, days);
  dropObjects(dataFolder, dropped);
  expect(await ask(dataFolder)).toEqual(raw);
  const keepIn = join(dataFolder, '.typed-rows');
  expect(await ask(dataFolder, asked, keepIn)).toEqual(raw);
  expect(await ask(dataFolder, asked, keepIn)).toEqual(raw);
});

test('a history that was written in another bucket answers the same', async () => {
  const dataFolder = storedObjects(objects());
  await writeHistory(dataFolder, past, 's3://any-bucket/');
  dropObjects(dataFolder, past);
  const views = asked.slice(0, 6);
  expect(await ask(dataFolder, views)).toEqual(await ask(storedObjects(objects()), views));
});

const fileOf = (source: string, day: string) => `history/${source}/${day}/${source}.parquet`;
const manifestOf = (source: string, day: string) => `history/${source}/${day}/_manifest.json`;
const day = past[1];
const file = fileOf('collection-runs', day);

test.each<[string, (folder: string) => void, string]>([
  ['truncated', (folder) => truncateSync(join(folder, file), 100), 'its file does not fit its manifest'],
  [
    'of another day',
    (folder) =>
      writeFileSync(join(folder, file), readFileSync(join(folder, fileOf('collection-runs', past[0])))),
    'its file does not fit its manifest',
  ],
  [
    'of another source, with its manifest',
    (folder) => {
      writeFileSync(join(folder, file), readFileSync(join(folder, fileOf('accounts', day))));
      const manifest = readFileSync(join(folder, manifestOf('accounts', day)), 'utf8');
      writeFileSync(join(folder, manifestOf('collection-runs', day)), manifest);
    },
    `its manifest is of accounts/${day}`,
  ],
  [
    'of other columns, with a manifest that fits',
    (folder) => {
      writeFileSync(join(folder, file), readFileSync(join(folder, fileOf('credential-reports', day))));
      const manifest = readFileSync(join(folder, manifestOf('credential-reports', day)), 'utf8');
      writeFileSync(
        join(folder, manifestOf('collection-runs', day)),
        manifest.replace('"source": "credential-reports"', '"source": "collection-runs"'),
      );
    },
    'has the columns user, arn, ',
  ],
  [
    'without a manifest',
    (folder) => rmSync(join(folder, manifestOf('collection-runs', day))),
    'it was not written',
  ],
  [
    'with a manifest that is cut',
    (folder) => truncateSync(join(folder, manifestOf('collection-runs', day)), 100),
    'its manifest cannot be read',
  ],
  ['gone', (folder) => rmSync(join(folder, file)), 'its file is missing'],
])('a day whose file is %s is told, and spoils no other', async (_what, spoil, why) => {
  const dataFolder = storedObjects(objects());
  await writeHistory(dataFolder, past);
  dropObjects(dataFolder, past);
  spoil(dataFolder);
  const sql =
    "SELECT report_date, account_id, status, reason FROM coverage WHERE report_date < current_date - interval '1' day";
  for (const keepIn of [undefined, join(dataFolder, '.typed-rows'), join(dataFolder, '.typed-rows')]) {
    const { answers, warnings } = await ask(dataFolder, [sql], keepIn);
    expect(answers[sql]).toEqual([
      ['2026-11-18', id, 'collected', null],
      ['2026-11-19', id, 'collected', null],
      ['2026-11-19', null, 'missing', "the day's history is not written"],
      ['2026-11-20', id, 'collected', null],
      ['2026-11-20', '100000000003', 'unexpected', '\ufffd\ufffd'],
    ]);
    expect(warnings).toEqual([
      `credential-reports/${day}/${id}9-No.csv: not every row can be read`,
      expect.stringMatching(new RegExp(`^${file}: left out, ${why}`)),
    ]);
  }
});

test.each(['z_credential_report_row', 'z_collection_run_row', 'z_account_row'])(
  '%s shows of typed rows what its text makes, the row that a day is written among them',
  async (view) => {
    const athena = await openLocalAthena({ dataFolder: storedObjects(objects()), now: longAfter });
    const { rows } = await athena.query(`SELECT * FROM ${view} ORDER BY ALL`);
    expect(rows).toEqual((await athena.query(`SELECT * FROM (${queryOf(view)}) ORDER BY ALL`)).rows);
    const written = await athena.query(`SELECT dt FROM ${view} WHERE object_path = '' ORDER BY dt`);
    expect(written.rows.map(([dt]) => dt)).toEqual(past);
    athena.close();
  },
);

const unwritten = `SELECT report_date FROM coverage WHERE reason = 'the day''s history is not written'`;

test('of a day that a folder with history has nothing of, nobody knows what was handed in', async () => {
  const dataFolder = storedObjects(objects());
  await writeHistory(dataFolder, past);
  dropObjects(dataFolder, past);
  rmSync(join(dataFolder, 'history/collection-runs', day), { recursive: true });
  expect((await ask(dataFolder, [unwritten])).answers[unwritten]).toEqual([['2026-11-19']]);
});

test('on a day without objects between days with objects nothing was handed in', async () => {
  const dataFolder = storedObjects(objects());
  await writeHistory(dataFolder, [past[0]]);
  dropObjects(dataFolder, [day]);
  expect((await ask(dataFolder, [unwritten])).answers[unwritten]).toEqual([]);
});
