import { existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { writeHistory } from '../../cli/history/write-history';
import { writeWhole } from '../../cli/output/write-whole';
import { noProgress } from '../../cli/progress';
import { sha256Of } from '../../lambda/report/sha256';
import { day, exampleDay, goodKey, oddKey } from '../lambda/history/example-day';
import { runCommand } from './run-command';
import { writeBucket } from './write-bucket';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function bucket(objects: Readonly<Record<string, string | Uint8Array>> = exampleDay): string {
  const folder = writeBucket(objects);
  folders.push(folder);
  return folder;
}

const nextDay = { now: () => new Date('2026-11-23T00:00:00Z') };
const fileOf = (source: string, of = day) => `history/${source}/${of}/${source}.parquet`;
const sources = ['credential-reports', 'collection-runs', 'accounts', 'user-facts'];

interface Answer {
  readonly day: string;
  readonly source: string;
  readonly outcome: string;
  readonly objects: number;
  readonly rows: number;
  readonly why: string;
}

async function write(
  folder: string,
  ...more: string[]
): Promise<{ code: number; err: string; rows: Answer[] }> {
  const { code, out, err } = await runCommand(
    ['history', '--data', folder, '--format', 'json', ...more],
    nextDay,
  );
  return { code, err, rows: out === '' ? [] : (JSON.parse(out) as Answer[]) };
}

test('every day that is over is written, newest first, then kept', async () => {
  const folder = bucket();
  const { code, err, rows } = await write(folder);
  expect(code).toBe(0);
  expect(err).toBe('files of days: 8 made, 0 kept, 0 failed, 0 objects not read\n');
  expect(rows.map((row) => [row.day, row.source, row.outcome, row.objects])).toEqual([
    ['2026-11-22', 'credential-reports', 'made', 4],
    ['2026-11-22', 'collection-runs', 'made', 2],
    ['2026-11-22', 'accounts', 'made', 0],
    ['2026-11-22', 'user-facts', 'made', 0],
    ['2026-11-21', 'credential-reports', 'made', 1],
    ['2026-11-21', 'collection-runs', 'made', 0],
    ['2026-11-21', 'accounts', 'made', 0],
    ['2026-11-21', 'user-facts', 'made', 0],
  ]);
  expect(rows[0]).toMatchObject({ why: 'it was not written' });
  for (const source of sources) expect(existsSync(join(folder, fileOf(source)))).toBe(true);
  const again = await write(folder);
  expect(again.rows.map(({ outcome }) => outcome)).toEqual(Array<string>(8).fill('kept'));
  writeFileSync(join(folder, goodKey), 'h\nanother');
  truncateSync(join(folder, fileOf('accounts')), 5);
  const mended = (await write(folder)).rows.filter(({ outcome }) => outcome !== 'kept');
  expect(mended.map(({ source, outcome, why }) => [source, outcome, why])).toEqual([
    ['credential-reports', 'made', 'its objects are others by now'],
    ['accounts', 'made', 'its file does not fit its manifest'],
  ]);
});

test('the table has no line of what was kept', async () => {
  const folder = bucket();
  const words = ['history', '--data', folder];
  expect((await runCommand(words, nextDay)).out).toContain('it was not written');
  expect(await runCommand(words, nextDay)).toEqual({
    code: 0,
    out: '',
    err: 'files of days: 0 made, 8 kept, 0 failed, 0 objects not read\n',
  });
});

test('neither today nor a day to come is written, and a clock that was wrong is made up for', async () => {
  const folder = bucket({ ...exampleDay, 'accounts/2026/11/24/accounts.jsonl': '{}' });
  const on = (now: string) => runCommand(['history', '--data', folder], { now: () => new Date(now) });
  const before = await on('2026-11-22T23:59:59Z');
  expect(before.err).toContain('left out, not over yet: 2026-11-22, 2026-11-24\n');
  expect(before.err).toContain('4 made');
  for (const source of sources) expect(existsSync(join(folder, fileOf(source)))).toBe(false);
  // A clock ahead of its time: the day is not over, and grows afterwards.
  await on('2026-11-25T00:00:00Z');
  writeFileSync(join(folder, 'accounts/2026/11/24/accounts.jsonl'), '{}\n{}');
  const after = await on('2026-11-25T09:00:00Z');
  expect(after.out).toContain('its objects are others by now');
  expect(
    (await runCommand(['verify', '--data', folder], { now: () => new Date('2026-11-25T09:00:00Z') })).err,
  ).toContain('12 files of history verified');
});

test('only the days asked for are written', async () => {
  expect((await write(bucket(), '--days', '1')).rows.map((row) => row.day)).toEqual(
    Array<string>(4).fill('2026-11-22'),
  );
  expect((await write(bucket(), '--to', '2026-11-21')).rows.map((row) => row.day)).toEqual(
    Array<string>(4).fill('2026-11-21'),
  );
  const none = await write(bucket(), '--from', '2026-11-23');
  expect(none).toMatchObject({ code: 1, rows: [] });
  expect(none.err).toContain('no day from 2026-11-23');
  const empty = await write(bucket({ 'x.txt': '' }));
  expect(empty).toMatchObject({ code: 1 });
  expect(empty.err).toContain('holds no day that is over');
});

test('an object that is too large is named, the others are written', async () => {
  const folder = bucket();
  truncateSync(join(folder, oddKey), 200_000_000); // sparse
  const { code, err, rows } = await write(folder, '--days', '1');
  expect(code).toBe(2);
  expect(err).toContain(`not read: ${oddKey}: larger than 33554432 bytes\n`);
  expect(rows[0]).toMatchObject({ outcome: 'made', objects: 3 });
  const verified = await runCommand(['verify', '--data', folder, '--format', 'json'], nextDay);
  expect(verified.out).not.toContain('history/');
});

test('a full disk ends it, and leaves what was there', async () => {
  const folder = bucket();
  await write(folder);
  const before = readFileSync(join(folder, fileOf('credential-reports')));
  writeFileSync(join(folder, goodKey), 'h\nanother');
  const full = (file: string, body: Uint8Array | string) =>
    writeWhole(file, body, async (beside) => {
      const handle = await open(beside, 'wx');
      handle.writeFile = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
      return handle;
    });
  await expect(writeHistory(folder, undefined, nextDay.now(), () => noProgress, full)).rejects.toThrow(
    'there is no space left for',
  );
  expect(readFileSync(join(folder, fileOf('credential-reports')))).toEqual(before);
  expect((await write(folder)).rows.filter(({ outcome }) => outcome === 'made')).toHaveLength(1);
});

const verify = async (folder: string) => {
  const { code, out, err } = await runCommand(['verify', '--data', folder, '--format', 'json'], nextDay);
  const problems = (JSON.parse(out) as { object: string; problem: string }[]).filter(
    // The example has no run record of its reports.
    ({ problem }) => !/^is named by no|^is not named as|^is not a JSON|^says neither/.test(problem),
  );
  return { code, err, problems };
};

test('history that is as its objects are has no problem', async () => {
  const folder = bucket();
  await write(folder);
  const { err, problems } = await verify(folder);
  expect(problems).toEqual([]);
  expect(err).toContain('and 8 files of history verified');
});

const said = 'history/credential-reports/2026/11/22/_manifest.json';
const edit = (folder: string, key: string, change: (text: string) => string) =>
  writeFileSync(join(folder, key), change(readFileSync(join(folder, key), 'utf8')));

test.each<[string, (folder: string) => unknown, { object: string; problem: RegExp }[]]>([
  [
    'an object with another byte',
    (folder) => edit(folder, goodKey, (text) => text.replace('root', 'rook')),
    [
      { object: goodKey, problem: /^its rows differ from those in the file \(history\/.*\.parquet\)$/ },
      {
        object: said,
        problem: /^says other bytes or rows of credential-reports\/.*Good\.csv than there are$/,
      },
    ],
  ],
  [
    'an object with a line more',
    (folder) => edit(folder, goodKey, (text) => `${text}\nx`),
    [
      { object: goodKey, problem: /^has \d+ rows, the file \d+ / },
      { object: said, problem: /^says other bytes or rows/ },
      { object: said, problem: /^says \d+ rows, there are \d+$/ },
    ],
  ],
  [
    'an object that went',
    (folder) => rmSync(join(folder, goodKey)),
    [
      { object: goodKey, problem: /^\d+ rows in the file are of no object of the day/ },
      { object: said, problem: /^names .*Good\.csv, which is not in the folder or cannot be read$/ },
      { object: said, problem: /^says \d+ rows, there are \d+$/ },
    ],
  ],
  [
    'an object that came',
    (folder) => writeFileSync(join(folder, `${goodKey}.csv`), 'h\nx'),
    [
      { object: `${goodKey}.csv`, problem: /^none of its 1 rows is in the file/ },
      { object: said, problem: /^does not name credential-reports\/.*Good\.csv\.csv$/ },
      { object: said, problem: /^says \d+ rows, there are \d+$/ },
    ],
  ],
  [
    'a file that is cut off',
    (folder) => truncateSync(join(folder, fileOf('credential-reports')), 100),
    [{ object: fileOf('credential-reports'), problem: /^its manifest says \d+ bytes, the file has 100$/ }],
  ],
  [
    'a manifest that is gone',
    (folder) => rmSync(join(folder, said)),
    [{ object: said, problem: /^is missing beside its file$/ }],
  ],
  [
    'a manifest that is none',
    (folder) => edit(folder, said, () => '[]'),
    [{ object: said, problem: /^is no manifest of the history$/ }],
  ],
  [
    'a file that is gone',
    (folder) => rmSync(join(folder, fileOf('credential-reports'))),
    [{ object: fileOf('credential-reports'), problem: /^is missing beside its manifest$/ }],
  ],
  [
    'a manifest that leaves an object out',
    (folder) =>
      edit(folder, said, (text) => {
        const manifest = JSON.parse(text) as { inputs: unknown[] };
        return JSON.stringify({ ...manifest, inputs: manifest.inputs.slice(1) });
      }),
    [{ object: said, problem: /^does not name credential-reports\/.*Good\.csv$/ }],
  ],
  [
    'a file under what is no day',
    (folder) => {
      mkdirSync(join(folder, 'history/credential-reports/2026/13/01'), { recursive: true });
      writeFileSync(join(folder, 'history/credential-reports/2026/13/01/credential-reports.parquet'), 'x');
    },
    [{ object: 'history/credential-reports/2026/13/01', problem: /^is no day of the history$/ }],
  ],
  [
    'a second file beside it',
    (folder) => writeFileSync(join(folder, 'history/credential-reports/2026/11/22/more.parquet'), 'x'),
    [
      {
        object: 'history/credential-reports/2026/11/22/more.parquet',
        problem: /^is no file of the history$/,
      },
    ],
  ],
])('%s is found', async (_what, spoil, expected) => {
  const folder = bucket();
  await write(folder);
  await spoil(folder);
  const { code, problems } = await verify(folder);
  expect(code).toBe(2);
  expect(problems.map(({ object }) => object)).toEqual(expected.map(({ object }) => object));
  problems.forEach(({ problem }, at) => expect(problem).toMatch(expected[at]?.problem ?? /^$/));
});

test('a file of a day that is not over is found', async () => {
  const folder = bucket();
  await write(folder);
  const { out } = await runCommand(['verify', '--data', folder, '--format', 'json'], {
    now: () => new Date('2026-11-22T23:00:00Z'),
  });
  const found = (JSON.parse(out) as { object: string; problem: string }[]).filter(({ object }) =>
    object.startsWith('history/'),
  );
  expect(found).toEqual(
    sources.map((source) => ({ object: fileOf(source), problem: 'is of a day that is not over' })),
  );
});

test.each<[string, Uint8Array, RegExp]>([
  ['no Parquet file', Buffer.from('no Parquet file'), /^cannot be verified: parquet file invalid/],
  [
    'one of other columns',
    new Uint8Array(parquetWriteBuffer({ columnData: [{ name: 'a', data: ['x'], type: 'STRING' }] })),
    /^cannot be verified: has the columns a$/,
  ],
])('%s, with a manifest that fits it, is found', async (_what, foreign, problem) => {
  const folder = bucket();
  await write(folder);
  writeFileSync(join(folder, fileOf('credential-reports')), foreign);
  edit(folder, said, (text) => {
    const manifest = JSON.parse(text) as object;
    return JSON.stringify({ ...manifest, bytes: foreign.length, sha256: sha256Of(foreign) });
  });
  const { problems } = await verify(folder);
  expect(problems).toEqual([
    { object: fileOf('credential-reports'), problem: expect.stringMatching(problem) as string },
  ]);
});

test('a file of other rows with a manifest that fits it is found', async () => {
  const folder = bucket();
  await write(folder);
  const other = bucket({ ...exampleDay, [goodKey]: 'h\nanother' });
  await write(other);
  for (const key of [said, fileOf('credential-reports')])
    writeFileSync(join(folder, key), readFileSync(join(other, key)));
  const { problems } = await verify(folder);
  expect(problems.map(({ object }) => object)).toEqual([goodKey, said, said]);
});
