import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { composeDay } from '../../../lambda/history/compose-day';
import { historyColumns, historySources } from '../../../lambda/report/history-source';
import { openLocalAthena } from '../../../local/athena';
import { tableDefinitions } from '../../../local/athena/table-definition';
import { longAfter, storedObjects } from '../../local/athena/stored-objects';
import { day, exampleDay, goodKey, oddKey, reports, runKey, runs } from './example-day';
import { MemoryStore } from './memory-store';

/** What DuckDB reads in a file, in the file's order. */
async function rowsOf(file: Uint8Array): Promise<{ names: string[]; types: string[]; rows: unknown[][] }> {
  const path = join(storedObjects({}), 'day.parquet');
  writeFileSync(path, file);
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  const reader = await connection.runAndReadAll(`SELECT * FROM read_parquet('${path}')`);
  connection.closeSync();
  return { names: reader.columnNames(), types: reader.columnTypes().map(String), rows: reader.getRows() };
}

test('the sources are the tables that their DDL defines', () => {
  for (const { name, format, columns, escape, headerLines } of historySources)
    expect(tableDefinitions().find(({ prefix }) => prefix === name)).toMatchObject({
      format,
      columns,
      escape,
      headerLines,
    });
});

test.each([
  [reports, 'credential_report'],
  [runs, 'collection_run_line'],
])(
  'a file holds every row that Athena shows, and one that says that the day is written',
  async (source, table) => {
    const { file, manifest } = await composeDay(new MemoryStore(exampleDay), source, day);
    const { names, types, rows } = await rowsOf(file);
    expect(names).toEqual(historyColumns(source));
    expect(new Set(types)).toEqual(new Set(['VARCHAR']));
    const [marker, ...kept] = rows;
    expect(marker).toEqual(names.map((name) => (name === 'object_path' ? '' : null)));
    const athena = await openLocalAthena({ dataFolder: storedObjects(exampleDay), now: longAfter });
    const columns = source.columns.map((column) => `"${column}"`).join(', ');
    const raw = await athena.query(`SELECT ${columns}, "$path" FROM ${table} WHERE dt = '${day}'`);
    athena.close();
    const sorted = (list: unknown[][]) => list.map((row) => JSON.stringify(row)).sort();
    expect(sorted(kept.map((row) => row.slice(0, -1)))).toEqual(sorted(raw.rows as unknown[][]));
    expect(kept.length).toBeGreaterThan(3);
    expect(manifest.rows).toBe(rows.length);
    const paths = kept.map((row) => String(row.at(-2)));
    expect(paths).toEqual([...paths].sort());
  },
);

test('bytes that are no text are kept beside what Athena makes of them', async () => {
  const { file } = await composeDay(new MemoryStore(exampleDay), reports, day);
  const { rows } = await rowsOf(file);
  const lost = rows.flatMap((row) => {
    const base64 = row.at(-1);
    return typeof base64 === 'string' ? [Buffer.from(base64, 'base64').toString('latin1').slice(0, 6)] : [];
  });
  expect(lost).toEqual(['\xff\xe2\x82odd', '\xed\xa0\xbd\xed\xb8\x80']);
  expect(rows.filter((row) => String(row[0]).includes('\ufffd'))).toHaveLength(3);
});

test('the manifest tells of every object, what was read of it, and nothing of when', async () => {
  const { file, manifest } = await composeDay(new MemoryStore(exampleDay), runs, day);
  expect(manifest).toEqual({
    source: 'collection-runs',
    day,
    writer: 'credential-report-history 1',
    key: 'history/collection-runs/2026/11/22/collection-runs.parquet',
    rows: 6,
    bytes: file.length,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    inputs: [
      {
        key: runKey,
        size: 30,
        etag: '"0cca0ea9fa0af9d385654c0cf45f9f92"',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        rows_read: 1,
        rows_not_read: 0,
      },
      expect.objectContaining({ key: `collection-runs/${day}/100000000002.json`, rows_read: 4 }),
    ],
    not_read: [],
  });
});

test('the same objects give the same bytes, a day without any too', async () => {
  const compose = () => composeDay(new MemoryStore(exampleDay), reports, day);
  const [one, other] = [await compose(), await compose()];
  expect(Buffer.compare(one.file, other.file)).toBe(0);
  expect(one.manifest).toEqual(other.manifest);
  const empty = await composeDay(new MemoryStore({}), reports, day);
  expect((await rowsOf(empty.file)).rows).toHaveLength(1);
  expect(empty.manifest).toMatchObject({ rows: 1, inputs: [], not_read: [] });
});

test('an object that cannot be read is told, has a row without values, and spoils no other', async () => {
  const denied = Object.assign(new Error('no'), { name: 'AccessDenied' });
  const store = new MemoryStore(exampleDay, {
    onRead: (key) => (key === oddKey ? Promise.reject(denied) : undefined),
  });
  const { file, manifest } = await composeDay(store, reports, day);
  expect(manifest.not_read).toEqual([
    {
      key: oddKey,
      size: expect.any(Number) as number,
      etag: expect.any(String) as string,
      reason: 'access denied',
    },
  ]);
  const { names, rows } = await rowsOf(file);
  const ofIt = rows.filter((row) => row.includes(`s3://local/${oddKey}`));
  expect(ofIt).toEqual([names.map((name) => (name === 'object_path' ? `s3://local/${oddKey}` : null))]);
  expect(rows.filter((row) => row.includes(`s3://local/${goodKey}`)).length).toBeGreaterThan(1);
});

test.each<[string, Record<string, string | Buffer>, Record<string, number>, string]>([
  ['an object of 200 MB is not even asked for', {}, { [oddKey]: 200_000_000 }, 'larger than 33554432 bytes'],
  [
    'one with a line of 2 MB',
    { [oddKey]: `"${'x'.repeat(2_000_000)}` },
    {},
    'a line of more than 1048576 bytes',
  ],
  ['one of 200,000 lines', { [oddKey]: 'x\n'.repeat(200_000) }, {}, 'more than 100000 lines'],
])('%s: it is left out and named', async (what, objects, sizes, reason) => {
  const store = new MemoryStore({ ...exampleDay, ...objects }, { sizes });
  const { manifest } = await composeDay(store, reports, day);
  expect(manifest.not_read).toMatchObject([{ key: oddKey, reason }]);
  expect(store.reads.includes(oddKey)).toBe(!what.includes('200 MB'));
});

test('a flood of one account takes nothing from the others', async () => {
  const flood = Object.fromEntries(
    Array.from({ length: 1_200 }, (_, index) => [
      `${reports.name}/${day}/100000000000-${String(index).padStart(4, '0')}.csv`,
      'h\nx',
    ]),
  );
  const { manifest } = await composeDay(new MemoryStore({ ...exampleDay, ...flood }), reports, day);
  expect(manifest.not_read).toHaveLength(200);
  expect(manifest.not_read[0]).toMatchObject({
    key: `${reports.name}/${day}/100000000000-1000.csv`,
    reason: 'its account handed in more than 67108864 bytes or 1000 objects under the day',
  });
  expect(manifest.inputs.map(({ key }) => key)).toContain(goodKey);
});

test('bytes of one account count as well', async () => {
  const keys = ['a', 'b', 'c'].map((name) => `${reports.name}/${day}/100000000000-${name}.csv`);
  const sizes = Object.fromEntries(keys.map((key) => [key, 30_000_000]));
  const objects = { ...exampleDay, ...Object.fromEntries(keys.map((key) => [key, 'h\nx'])) };
  const { manifest } = await composeDay(new MemoryStore(objects, { sizes }), reports, day);
  expect(manifest.not_read.map(({ key }) => key)).toEqual([keys[2]]);
});

test('a day with more objects than can be is not made', async () => {
  const store = new MemoryStore({});
  store.list = async function* () {
    await Promise.resolve();
    for (let index = 0; index <= 200_000; index++)
      yield { key: `${reports.name}/${day}/${index}`, size: 1, etag: '' };
  };
  await expect(composeDay(store, reports, day)).rejects.toThrow(
    `credential-reports/${day}/ holds more objects than a day can have, which are 200000`,
  );
});

test('a day of which most cannot be read is not made', async () => {
  const store = new MemoryStore(exampleDay, { onRead: () => Promise.reject(new Error('no network')) });
  await expect(composeDay(store, reports, day)).rejects.toThrow(
    `4 of the 4 objects of credential-reports/${day} cannot be read: credential-reports/${day}/100000000001-Good.csv: reading it failed`,
  );
});

describe('objects that change while they are read', () => {
  const changing = (times: number, change: (store: MemoryStore, left: number) => void) => {
    let left = times;
    const store: MemoryStore = new MemoryStore(exampleDay, {
      onRead: (key) => {
        if (key === oddKey && left > 0) change(store, left--);
      },
    });
    return store;
  };
  test.each<[string, (store: MemoryStore, left: number) => void]>([
    ['the one that is read', (store, left) => store.objects.set(oddKey, Buffer.from(`h\nx${left}`))],
    ['one that was read', (store, left) => store.objects.set(goodKey, Buffer.from(`h\nx${left}`))],
    ['one that goes', (store) => store.objects.delete(goodKey)],
    ['one that comes', (store, left) => store.objects.set(`${goodKey}${left}.csv`, Buffer.from('h\nx'))],
  ])('%s: the day is made again, from one moment', async (_what, change) => {
    const store = changing(1, change);
    const { file, manifest } = await composeDay(store, reports, day);
    const still = await composeDay(new MemoryStore(Object.fromEntries(store.objects)), reports, day);
    expect(manifest).toEqual(still.manifest);
    expect(Buffer.compare(file, still.file)).toBe(0);
  });

  test('they are given up after three tries', async () => {
    const store = changing(9, (of, left) => of.objects.set(goodKey, Buffer.from(`h\nx${left}`)));
    await expect(composeDay(store, reports, day)).rejects.toThrow('changed 3 times while they were read');
    expect(store.puts).toEqual([]);
  });
});
