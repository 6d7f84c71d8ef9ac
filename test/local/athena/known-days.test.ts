import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openLocalAthena } from '../../../local/athena';
import { report, storedObjects } from './stored-objects';

const id = '100000000001';
const reportAt = (day: string) => ({
  [`credential-reports/${day}/${id}-A.csv`]: report(id, { user: 'anna' }),
});
const listAt = (day: string, text = '{"account_id":"100000000001","expected":true}\n') => ({
  [`accounts/${day}/accounts.jsonl`]: text,
});
const runAt = (day: string) => ({ [`collection-runs/${day}/${id}.json`]: '{}\n' });

interface Case {
  readonly name: string;
  readonly objects: Record<string, string>;
  readonly asOf?: string;
  readonly today: string;
  readonly days: readonly string[];
  readonly warnings?: readonly string[];
}

const cases: Case[] = [
  {
    name: 'the newest list of accounts is today, later reports are left out',
    objects: {
      ...listAt('2026/11/20'),
      ...reportAt('2026/11/20'),
      ...reportAt('2026/11/21'),
      ...runAt('2026/11/22'),
    },
    today: '2026-11-20',
    days: ['2026-11-20'],
    warnings: [
      'collection-runs/2026/11/22 and 1 more: passed over, later than 2026-11-20, the newest list of accounts',
    ],
  },
  {
    name: 'a list without content vouches for nothing',
    objects: { ...listAt('2026/11/19'), ...listAt('2026/11/20', ''), ...listAt('2026/11/21', '') },
    today: '2026-11-19',
    days: ['2026-11-19'],
    warnings: [
      'accounts/2026/11/20 and 1 more: passed over, later than 2026-11-19, the newest list of accounts',
    ],
  },
  {
    name: 'without a list the newest report is today',
    objects: { ...reportAt('2026/11/19'), ...reportAt('2026/11/21'), ...runAt('2026/11/22') },
    today: '2026-11-21',
    days: ['2026-11-19', '2026-11-21'],
    warnings: ['collection-runs/2026/11/22: passed over, later than 2026-11-21, the newest report'],
  },
  {
    name: 'run records alone are days too',
    objects: { ...runAt('2026/11/21'), ...runAt('2026/11/22') },
    today: '2026-11-22',
    days: ['2026-11-21', '2026-11-22'],
  },
  {
    name: 'days to come are passed over, whoever speaks of them',
    objects: {
      ...listAt('2026/11/22'),
      ...listAt('2026/11/24'),
      ...reportAt('9999/12/31'),
      ...reportAt('2026/11/22'),
    },
    today: '2026-11-22',
    days: ['2026-11-22'],
    warnings: ['accounts/2026/11/24 and 1 more: passed over, later than 2026-11-23, which is today'],
  },
  {
    name: 'today itself has come',
    objects: listAt('2026/11/23'),
    today: '2026-11-23',
    days: ['2026-11-23'],
  },
  {
    name: 'what is no day is passed over',
    objects: {
      ...listAt('2026/11/22'),
      ...reportAt('2026/13/45'),
      ...reportAt('2026/02/30'),
      ...reportAt('2026/1/22'),
      ...reportAt('abcd/ef/gh'),
      'credential-reports/2026/11/21': 'a file where a folder belongs',
      'credential-reports/2026/10': 'a file where a folder belongs',
      'collection-runs/notes.txt': 'a file where a folder belongs',
      exceptions: 'a file where a folder belongs',
    },
    today: '2026-11-22',
    days: ['2026-11-22'],
    warnings: ['exceptions and 7 more: passed over, no day of the calendar'],
  },
  {
    name: 'what tools leave behind is passed over in silence',
    objects: {
      ...listAt('2026/11/22'),
      'accounts/.DS_Store': 'x',
      'accounts/2026/11/.DS_Store': 'x',
      'accounts/2026/11/23_$folder$': '',
      'accounts/2026/11/22/_SUCCESS': '',
      'accounts/2026/11/22/.part': 'x',
      'accounts/2026/11/22/_temporary/0/part': 'x',
    },
    today: '2026-11-22',
    days: ['2026-11-22'],
  },
  {
    name: 'a day that was asked for is today, even one to come',
    objects: { ...listAt('2026/11/22'), ...reportAt('2026/11/24'), ...reportAt('2026/11/26') },
    asOf: '2026-11-25',
    today: '2026-11-25',
    days: ['2026-11-22', '2026-11-24'],
  },
];

test.each(cases)('$name', async ({ objects, asOf, today, days, warnings = [] }) => {
  const athena = await openLocalAthena({
    dataFolder: storedObjects(objects),
    now: () => new Date('2026-11-23T12:00:00Z'),
    ...(asOf === undefined ? {} : { asOf }),
  });
  try {
    expect({ asOf: athena.asOf, days: athena.days, warnings: athena.warnings }).toEqual({
      asOf: today,
      days,
      warnings,
    });
    expect((await athena.query('SELECT current_date AS today')).rows).toEqual([[today]]);
    await athena.query('SELECT * FROM coverage');
  } finally {
    athena.close();
  }
});

test('a folder whose days are all to come says so', async () => {
  await expect(
    openLocalAthena({
      dataFolder: storedObjects({ ...reportAt('2026/11/22'), ...reportAt('2026/11/23') }),
      now: () => new Date('1970-01-01T00:00:00Z'),
    }),
  ).rejects.toThrow(
    /holds none of .*credential-reports\/YYYY\/MM\/DD\/.* up to 1970-01-01, which is today; its days are 2026-11-22 to 2026-11-23$/,
  );
});

test('a folder whose only day has an empty list of accounts says so', async () => {
  await expect(
    openLocalAthena({
      dataFolder: storedObjects(listAt('2026/11/22', '')),
      now: () => new Date('2026-11-23T00:00:00Z'),
    }),
  ).rejects.toThrow(
    /holds no object that has a byte below .*accounts\/YYYY\/MM\/DD\/.* up to 2026-11-23, which is today; its days are 2026-11-22 to 2026-11-22$/,
  );
});

test('an empty folder of a day vouches for nothing', async () => {
  const dataFolder = storedObjects(reportAt('2026/11/21'));
  mkdirSync(join(dataFolder, 'credential-reports/2026/11/22'));
  const athena = await openLocalAthena({ dataFolder, now: () => new Date('2026-11-23T12:00:00Z') });
  expect(athena.asOf).toBe('2026-11-21');
  athena.close();
});
