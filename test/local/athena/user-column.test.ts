import { openLocalAthena, type LocalAthena } from '../../../local/athena';
import { longAfter, report, storedObjects } from './stored-objects';

const id = '100000000007';
let athena: LocalAthena;
beforeAll(async () => {
  const key = `credential-reports/2026/11/22/${id}-Sandbox.csv`;
  athena = await openLocalAthena({
    dataFolder: storedObjects({ [key]: report(id, { user: 'anna' }) }),
    now: longAfter,
  });
});
afterAll(() => athena.close());

test.each([
  'SELECT user FROM user_credential',
  'SELECT account_id, USER FROM finding',
  'SELECT count(DISTINCT "user") AS users FROM user_credential',
  "SELECT account_id FROM user_credential WHERE user = 'anna'",
  'SELECT account_id FROM user_credential ORDER BY user',
])('%s is refused, since DuckDB would answer its own name', async (sql) => {
  await expect(athena.query(sql)).rejects.toThrow('there is no column user here: views have user_name');
});

test.each([
  'SELECT user FROM credential_report',
  'SELECT "user" FROM credential_report',
  'WITH named AS (SELECT user_name AS user FROM user_credential) SELECT user FROM named',
  'WITH named(user) AS (SELECT user_name FROM user_credential) SELECT user FROM named',
  'SELECT user FROM (SELECT user_name FROM user_credential) AS named(user)',
])('%s answers the user', async (sql) => {
  expect((await athena.query(sql)).rows).toEqual([['anna']]);
});
