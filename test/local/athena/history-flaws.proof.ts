import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLocalAthena } from '../../../local/athena';
import { queryOf } from '../../../local/athena/row-views';
import { ask, id, objects, past } from './five-days';
import { dropObjects, writeHistory } from './history-folder';
import { longAfter, storedObjects } from './stored-objects';

test('days in history answer in the place of their objects', async () => {
  const asked = ['SELECT * FROM user_credential', 'SELECT * FROM collection_run', 'SELECT * FROM account'];
  const dataFolder = storedObjects(objects());
  await writeHistory(dataFolder, past);
  dropObjects(dataFolder, past);
  expect(await ask(dataFolder, asked)).toEqual(await ask(storedObjects(objects()), asked));
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
