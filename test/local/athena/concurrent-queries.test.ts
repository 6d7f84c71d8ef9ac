import { rmSync } from 'node:fs';
import { openLocalAthena } from '../../../local/athena';
import { longAfter, report, storedObjects } from './stored-objects';

test('queries that are asked at once each see their own days', async () => {
  const id = '100000000007';
  const days = ['2026/11/20', '2026/11/21', '2026/11/22'];
  const folder = storedObjects(
    Object.fromEntries(
      days.map((day) => [`credential-reports/${day}/${id}-Data.csv`, report(id, { user: 'a' })]),
    ),
  );
  const athena = await openLocalAthena({ dataFolder: folder, now: longAfter });
  const countOf = async (filter: string) =>
    (await athena.query(`SELECT count(*) AS n FROM user_credential WHERE ${filter}`)).rows[0]?.[0];
  const asked = [
    "dt = '2026/11/20'",
    "dt >= '2026/11/20'",
    "dt > '2026/11/20'",
    'nonsense',
    "dt = '2026/11/22'",
  ];
  const answers = await Promise.allSettled(asked.map(countOf));
  expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'refused'))).toEqual([
    1,
    3,
    2,
    'refused',
    1,
  ]);
  athena.close();
  rmSync(folder, { recursive: true });
});
