import { join } from 'node:path';
import { openLocalAthena } from '../../../local/athena';
import { catalog } from '../../../local/athena/catalog';
import { longAfter, report, storedObjects } from './stored-objects';

const accounts = ['100000000001', '100000000002', '100000000003'];
const days = ['2026/11/18', '2026/11/19', '2026/11/20', '2026/11/21', '2026/11/22'];

/** Five days of 3 MB: two connections make them. Of each account and day another user has a key. */
const dataFolder = storedObjects(
  Object.fromEntries(
    days.flatMap((dt, day) =>
      accounts.map((account, place) => {
        const users = Array.from({ length: 5_000 }, (_, user) => ({
          user: `user-${user}`,
          ...(user === 10 * day + place && {
            access_key_1_active: 'true',
            access_key_1_last_rotated: '2025-01-01T00:00:00+00:00',
          }),
        }));
        return [`credential-reports/${dt}/${account}-Data.csv`, report(account, ...users)] as const;
      }),
    ),
  ),
);
const open = (keep: string) =>
  openLocalAthena({ dataFolder, keepIn: join(dataFolder, keep), now: longAfter, memoryLimit: '2GB' });

const connections = jest.spyOn(catalog, 'connect');
beforeEach(() => connections.mockClear());

const found = `SELECT dt, account_id, user_name FROM finding WHERE control = 'key-rotation'`;
const numbers = 'SELECT dt, account_id, users, active_keys, keys_older_than_90_days FROM daily_summary';

test('days that two connections make are those that one makes, each once', async () => {
  const athena = await open('.typed-rows');
  const { rows } = await athena.query(`${found} ORDER BY ALL`);
  expect(connections).toHaveBeenCalledTimes(2);
  expect(rows).toEqual(
    days.flatMap((dt, day) => accounts.map((account, place) => [dt, account, `user-${10 * day + place}`])),
  );
  expect((await athena.query(`${numbers} ORDER BY ALL`)).rows).toEqual(
    days.flatMap((dt) => accounts.map((account) => [dt, account, 5_000, 1, 1])),
  );
  athena.close();

  connections.mockClear();
  const one = await open('.typed-rows-of-one');
  for (const dt of days) {
    const day = `WHERE dt = '${dt}' ORDER BY ALL`;
    const ofDay = await one.query(`${found} AND dt = '${dt}' ORDER BY ALL`);
    expect(ofDay.rows).toEqual(rows.filter(([of]) => of === dt));
    expect((await one.query(`${numbers} ${day}`)).rows).toHaveLength(accounts.length);
  }
  expect(connections).toHaveBeenCalledTimes(1);
  one.close();
});

test('whoever interrupts a question interrupts the making of its days, and nothing is made in another way', async () => {
  const athena = await open('.typed-rows-interrupted');
  const answer = athena.query(`${found} ORDER BY ALL`);
  const interrupting = setInterval(() => athena.interrupt(), 5);
  await expect(answer).rejects.toThrow(/interrupt/i);
  clearInterval(interrupting);
  expect(athena.warnings).toEqual([]);
  expect((await athena.query(`${found} ORDER BY ALL`)).rows).toHaveLength(days.length * accounts.length);
  athena.close();
});
