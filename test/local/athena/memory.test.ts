import { openLocalAthena } from '../../../local/athena';
import { longAfter, report, storedObjects } from './stored-objects';

const key = 'credential-reports/2026/11/22/100000000001-Data.csv';
const dataFolder = storedObjects({ [key]: report('100000000001', { user: 'anna' }) });

/** Lists of numbers, which DuckDB does not write out: some 80 MB. */
const large = `SELECT max(len(numbers)) AS n FROM (SELECT list(n) AS numbers FROM range(10000000) AS r (n) GROUP BY n % 1000)
  CROSS JOIN (SELECT count(*) FROM user_credential)`;

test('a question that needs more memory than the limit gets more', async () => {
  const athena = await openLocalAthena({
    dataFolder,
    now: longAfter,
    memoryLimit: '60MB',
    mostMemory: '2GB',
  });
  expect((await athena.query(large)).rows).toEqual([[10_000]]);
  expect(athena.warnings).toEqual([]);
  athena.close();
});

test('one that needs more than there may be is told, and the next is answered', async () => {
  const athena = await openLocalAthena({
    dataFolder,
    now: longAfter,
    memoryLimit: '59MB',
    mostMemory: '61MB',
  });
  await expect(athena.query(large)).rejects.toThrow(/Out of Memory Error/);
  expect((await athena.query('SELECT user_name FROM user_credential')).rows).toEqual([['anna']]);
  athena.close();
});
