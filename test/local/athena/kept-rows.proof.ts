import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import { dirname, join } from 'node:path';
import { openLocalAthena, type LocalAthena } from '../../../local/athena';
import { longAfter, report, storedObjects } from './stored-objects';

const account = '100000000001';
const days = ['2026/11/20', '2026/11/21', '2026/11/22'];
const keyOf = (day: string) => `credential-reports/${day}/${account}-Data.csv`;
const users = 'SELECT dt, user_name FROM user_credential ORDER BY 1, 2';
const everyDay = days.map((day) => [day, 'anna']);
const odd = 'collection-runs/2026/11/22/100000000002.json';
const warnings = [
  'collection-runs/2026/11/21/100000000002.json: left out, empty',
  `${odd}: 1 line unreadable`,
];

let dataFolder: string;
let keepIn: string;
beforeEach(() => {
  const bodies = days.map((day) => [keyOf(day), report(account, { user: 'anna' })] as const);
  const run = (accountId: string) => JSON.stringify({ account_id: accountId, status: 'failed' });
  dataFolder = storedObjects({
    ...Object.fromEntries(bodies),
    [`collection-runs/2026/11/22/${account}.json`]: run(account),
    [odd]: run('100000000003'),
    'collection-runs/2026/11/21/100000000002.json': '',
  });
  keepIn = join(dataFolder, '.typed-rows');
});

/** One run: opened, asked, closed. */
async function ask(sql: string, keep: string | undefined = keepIn, now = longAfter) {
  const athena = await openLocalAthena({ dataFolder, now, ...(keep === '' ? {} : { keepIn: keep }) });
  try {
    return { rows: (await athena.query(sql)).rows, warnings: athena.warnings };
  } finally {
    athena.close();
  }
}

const keptFiles = () => readdirSync(keepIn).filter((name) => name.endsWith('.parquet'));
/** Files by what tells that they were written again. */
const written = () => Object.fromEntries(keptFiles().map((name) => [name, statSync(join(keepIn, name)).ino]));
const fileOf = (day: string) => {
  const name = keptFiles().find((file) => file.startsWith(`credential_report-${day.replaceAll('/', '-')}.`));
  return join(keepIn, name ?? 'none');
};

test('a second run shows the same rows and warnings and makes none of them', async () => {
  const all = 'SELECT * FROM coverage ORDER BY ALL';
  const first = await ask(all);
  expect(first.warnings).toEqual(warnings);
  const before = written();
  expect(Object.keys(before)).toHaveLength(4);
  expect(await ask(all)).toEqual(first);
  expect(written()).toEqual(before);
});

test('rows of a table without a history are kept too, and its empty days are none', async () => {
  const fact = join(dataFolder, `user-facts/${days[1]}/${account}.jsonl`);
  mkdirSync(dirname(fact), { recursive: true });
  writeFileSync(fact, '{"fact":"user","user_name":"anna"}\n');
  const answer = await ask('SELECT dt, user_name FROM iam_user');
  expect(answer).toEqual({ rows: [[days[1], 'anna']], warnings: [] });
  expect(keptFiles()).toHaveLength(1);
});

test('a day whose object changed is made anew, and no other one', async () => {
  await ask(users);
  const before = written();
  writeFileSync(join(dataFolder, keyOf(days[1] ?? '')), report(account, { user: 'anna' }, { user: 'ben' }));
  expect((await ask(users)).rows).toEqual([
    [days[0], 'anna'],
    [days[1], 'anna'],
    [days[1], 'ben'],
    [days[2], 'anna'],
  ]);
  const stayed = Object.entries(written()).filter(([name, ino]) => before[name] === ino);
  expect(stayed).toHaveLength(Object.keys(before).length - 1);
  expect(Object.keys(written())).toHaveLength(Object.keys(before).length);
});

test('what is more or less than was listed is seen', async () => {
  await ask(users);
  rmSync(join(dataFolder, keyOf(days[0] ?? '')));
  writeFileSync(
    join(dataFolder, `credential-reports/${days[2]}/100000000009-Web.csv`),
    report('100000000009', { user: 'zoe' }),
  );
  expect((await ask(users)).rows).toEqual([
    [days[1], 'anna'],
    [days[2], 'anna'],
    [days[2], 'zoe'],
  ]);
});

test.each<[string, (file: string) => void]>([
  ['truncated', (file) => truncateSync(file, 100)],
  ['longer than it was', (file) => appendFileSync(file, 'PAR1')],
  ['of another day', (file) => writeFileSync(file, readFileSync(fileOf(days[2] ?? '')))],
  ['no Parquet', (file) => writeFileSync(file, 'user,arn\n')],
  ['gone', (file) => rmSync(file)],
  [
    'without a note that can be read',
    (file) => writeFileSync(file.replace('.parquet', '.json'), '{"sha256":'),
  ],
])('a kept file that is %s is made anew', async (_what, spoil) => {
  await ask(users);
  spoil(fileOf(days[1] ?? ''));
  const again = await ask(users);
  expect(again).toEqual({ rows: everyDay, warnings });
  const before = written();
  await ask(users);
  expect(written()).toEqual(before);
});

test('rows that another run throws away are made again', async () => {
  const athena: LocalAthena = await openLocalAthena({ dataFolder, keepIn, now: longAfter });
  await athena.query(users);
  rmSync(keepIn, { recursive: true });
  expect((await athena.query(users)).rows).toEqual(everyDay);
  const answer = athena.query(users);
  rmSync(keepIn, { recursive: true });
  expect((await answer).rows).toEqual(everyDay);
  athena.close();
});

test('a day that may still change unseen is not kept for the next run', async () => {
  await ask(users, keepIn, () => new Date());
  expect(keptFiles()).toEqual([]);
});

test.each([
  ['where the folder cannot be written', () => join(dataFolder, keyOf(days[0] ?? ''), 'below a file')],
  ['without a folder', () => ''],
])('%s rows are kept until the end of the run', async (_where, keep) => {
  expect(await ask(users, keep())).toEqual({ rows: everyDay, warnings });
});

test('where no file can be written the views type the rows, and it is said', async () => {
  const tmpdir = jest.spyOn(os, 'tmpdir').mockReturnValue(join(dataFolder, 'not-there'));
  const answer = await ask(users, '');
  tmpdir.mockRestore();
  expect(answer.rows).toEqual(everyDay);
  const [left, ...said] = [...answer.warnings].sort();
  expect(left).toBe(warnings[0]);
  expect(said.map((warning) => warning.slice(0, warning.indexOf(':')))).toEqual([
    'rows of collection_run_line are typed for each question again',
    'rows of credential_report are typed for each question again',
  ]);
});
