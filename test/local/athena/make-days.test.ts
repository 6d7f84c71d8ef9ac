import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { makeDays } from '../../../local/athena/make-days';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create()).connect();
});
afterAll(() => connection.closeSync());

const days = (count: number, bytes: number) =>
  Array.from({ length: count }, (_, day) => ({ dt: `day ${day + 1}`, bytes }));

/** What each maker made, in the order in which it began. */
async function made(all: readonly { readonly dt: string; readonly bytes: number }[], hasOther = true) {
  const parts: Record<string, (readonly string[])[]> = {};
  const other = hasOther ? () => Promise.resolve('other') : undefined;
  await makeDays(connection, all, { own: 'own', other }, async (maker, part) => {
    parts[maker] = [...(parts[maker] ?? []), part.map(({ dt }) => dt)];
    await new Promise(setImmediate);
  });
  return parts;
}

test('few bytes are made in one statement, on one connection', async () => {
  expect(await made(days(3, 1_000))).toEqual({ own: [['day 1', 'day 2', 'day 3']] });
  expect(await made(days(1, 20_000_000))).toEqual({ own: [['day 1']] });
  expect(await made([])).toEqual({});
});

test('many bytes are made in parts, side by side', async () => {
  expect(await made(days(4, 3_000_000))).toEqual({
    own: [['day 1', 'day 2']],
    other: [['day 3', 'day 4']],
  });
  expect(await made(days(6, 10_000_000))).toEqual({
    own: [
      ['day 1', 'day 2'],
      ['day 5', 'day 6'],
    ],
    other: [['day 3', 'day 4']],
  });
});

test('without another connection parts follow each other, and no statement has more than 24 days', async () => {
  const { own = [] } = await made(days(52, 1), false);
  expect(own.map(({ length }) => length)).toEqual([24, 24, 4]);
  expect((await made(days(4, 20_000_000), false))['own']).toHaveLength(4);
});

test('a part that fails ends the others after what they began, and is told', async () => {
  const ended: string[] = [];
  const work = makeDays(
    connection,
    days(8, 25_000_000),
    { own: 'own', other: () => Promise.resolve('other') },
    async (maker) => {
      await new Promise(setImmediate);
      if (maker === 'own') throw new Error('the disk is full');
      await new Promise((resolve) => setTimeout(resolve, 20));
      ended.push(maker);
    },
  );
  await expect(work).rejects.toThrow('the disk is full');
  expect(ended).toEqual(['other']);
});

test('statements have one thread while days are made, and as many as before after them', async () => {
  const threads = async () =>
    (await connection.runAndReadAll("SELECT current_setting('threads')")).getRows()[0]?.[0];
  const before = await threads();
  const during: unknown[] = [];
  const failing = makeDays(connection, days(1, 1), { own: 'own', other: undefined }, async () => {
    during.push(await threads());
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(during).toEqual([1n]);
  expect(await threads()).toEqual(before);
});
