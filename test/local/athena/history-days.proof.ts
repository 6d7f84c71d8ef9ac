import { join } from 'node:path';
import { ask, days, objects, past } from './five-days';
import { dropObjects, writeHistory } from './history-folder';
import { storedObjects } from './stored-objects';

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

let raw: Awaited<ReturnType<typeof ask>>;
beforeAll(async () => {
  raw = await ask(storedObjects(objects()), asked);
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
  expect(await ask(dataFolder, asked)).toEqual(raw);
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
