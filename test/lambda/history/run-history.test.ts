import { maxOlderFiles, recentDays } from '../../../lambda/history/contract';
import { historyLines, problemsOf } from '../../../lambda/history/history-lines';
import { runHistory, type HistoryRun } from '../../../lambda/history/run-history';
import { todayOf } from '../../../lambda/history/today';
import { daysBefore } from '../../../lambda/report/days-before';
import { historyKey, manifestKey } from '../../../lambda/report/history-key';
import { historySources } from '../../../lambda/report/history-source';
import { accountsKey, dayPath, prefixes } from '../../../lambda/report/object-key';
import { goodKey } from './example-day';
import { MemoryStore } from './memory-store';

const today = new Date('2026-11-23T05:30:00Z');
const before = (days: number) => dayPath(daysBefore(today, days));
const lists = (...days: number[]) =>
  Object.fromEntries(days.map((back) => [accountsKey(daysBefore(today, back)), '{}\n']));

const run = (store: MemoryStore, more: { remainingMs?: () => number; retentionDays?: number } = {}) =>
  runHistory({ store, today, retentionDays: 400, remainingMs: () => 1, ...more });
const sources = historySources.map(({ name }) => name);
const made = ({ recent, older }: HistoryRun) =>
  [...recent, ...older].flatMap((one) =>
    'manifest' in one && one.why !== undefined ? [`${one.source.name}/${one.day}`] : [],
  );
const metrics = (outcome: HistoryRun) =>
  JSON.parse(historyLines(outcome, today).at(-1) ?? '') as Record<string, unknown>;

test('the last days are written, newest first, those without objects too, then kept', async () => {
  const store = new MemoryStore(lists(1, 2));
  const first = await run(store);
  expect(made(first)).toHaveLength(recentDays * historySources.length);
  expect(made(first).slice(0, 5)).toEqual([
    `credential-reports/${before(1)}`,
    `collection-runs/${before(1)}`,
    `accounts/${before(1)}`,
    `user-facts/${before(1)}`,
    `credential-reports/${before(2)}`,
  ]);
  expect(metrics(first)).toMatchObject({ HistoryYesterdayWritten: 1, HistoryObjectsNotRead: 0 });
  const puts = store.puts.length;
  const second = await run(store);
  expect(made(second)).toEqual([]);
  expect(store.puts).toHaveLength(puts);
  expect(metrics(second)).toMatchObject({ HistoryYesterdayWritten: 1 });
  expect(historyLines(second, today)).toHaveLength(1);
});

test('what changes within the last days is made anew, what is older is not', async () => {
  const store = new MemoryStore(lists(1, 7, 8));
  await run(store);
  for (const back of [7, 8]) store.objects.set(accountsKey(daysBefore(today, back)), Buffer.from('{}{}'));
  expect(made(await run(store))).toEqual([`accounts/${before(7)}`]);
});

test('neither today nor a day to come is written', async () => {
  const store = new MemoryStore(lists(0, -1, -400));
  const outcome = await run(store);
  expect(
    made(outcome).filter((file) => file >= `accounts/${before(0)}` && file.startsWith('accounts')),
  ).toEqual([]);
  expect(outcome.older).toEqual([]);
});

test.each([
  ['a clock ahead of its time', '2027-03-01T00:00:00Z', '2026-11-23T05:30:00Z', '2026-11-23T05:30:00.000Z'],
  ['a run that is late', '2026-11-24T00:10:00Z', '2026-11-23T05:30:00Z', '2026-11-23T05:30:00.000Z'],
  ['a clock behind', '2026-11-21T00:00:00Z', '2026-11-23T05:30:00Z', '2026-11-21T00:00:00.000Z'],
])('%s: the earlier of the two times counts', (_what, now, scheduled_at, expected) => {
  expect(todayOf({ scheduled_at }, new Date(now)).toISOString()).toBe(expected);
});

test('a person may start it without a time, and with none that is wrong', () => {
  expect(todayOf({}, today)).toBe(today);
  expect(todayOf(undefined, today)).toBe(today);
  expect(() => todayOf({ scheduled_at: 'soon' }, today)).toThrow(
    'scheduled_at must be a time such as 2026-11-22T05:30:00Z, received "soon"',
  );
});

describe('older days', () => {
  test('those without history are written, newest first, every source of each, so many a run', async () => {
    const days = Array.from({ length: maxOlderFiles / sources.length + 5 }, (_, index) => 8 + index);
    const store = new MemoryStore(lists(...days));
    const first = await run(store);
    const filesOf = (some: readonly number[]) =>
      some.flatMap((day) => sources.map((source) => `${source}/${before(day)}`));
    expect(first.older.map(({ source, day }) => `${source.name}/${day}`)).toEqual(filesOf(days.slice(0, -5)));
    const left = 5 * sources.length;
    expect(first.left).toBe(left);
    expect(historyLines(first, today)).toContain(`{"left_for_the_next_run":${left}}`);
    const second = await run(store);
    expect(second.older.map(({ source, day }) => `${source.name}/${day}`)).toEqual(filesOf(days.slice(-5)));
    expect((await run(store)).older).toEqual([]);
  });

  test('a day on which nothing was handed in is written too, back to the first on which something was', async () => {
    const outcome = await run(new MemoryStore(lists(9, 12)));
    const written = new Set(outcome.older.map(({ day }) => day));
    expect([...written]).toEqual([8, 9, 10, 11, 12].map(before));
  });

  test('one of which the manifest or the file is missing is written again', async () => {
    const store = new MemoryStore(lists(9, 10));
    await run(store);
    store.objects.delete(manifestKey(prefixes.accounts, before(9)));
    store.objects.delete(historyKey(prefixes.accounts, before(10)));
    expect(made(await run(store))).toEqual([`accounts/${before(9)}`, `accounts/${before(10)}`]);
  });

  test('what is no day, or older than objects are kept, is left', async () => {
    const store = new MemoryStore({
      ...lists(29, 30, 31),
      'accounts/2026/11/0x/a.jsonl': 'x',
      'accounts/2026/11/31/a.jsonl': 'x',
      'accounts/2026/10/99/a.jsonl': 'x',
      'accounts/1999/10/09/a.jsonl': 'x',
    });
    const outcome = await run(store, { retentionDays: 30 });
    const written = new Set(outcome.older.map(({ day }) => day));
    expect([...written]).toEqual(Array.from({ length: 23 }, (_, index) => before(8 + index)));
  });
});

test('without time nothing is begun, and what was not written is told', async () => {
  let files = 4;
  const store = new MemoryStore(lists(1, 20));
  const outcome = await run(store, { remainingMs: () => files-- });
  expect(made(outcome)).toHaveLength(4);
  expect(outcome.left).toBe(recentDays * historySources.length - 4);
  expect(metrics(outcome)).toMatchObject({ HistoryYesterdayWritten: 1 });
  const none = await run(new MemoryStore({}), { remainingMs: () => 0 });
  expect(metrics(none)).toMatchObject({ HistoryYesterdayWritten: 0 });
});

test.each(Array.from({ length: 8 }, (_, put) => put))(
  'killed at put %i, a run leaves what the next one mends',
  async (at) => {
    const objects = { ...lists(1, 2, 9), [goodKey]: 'h\nx' };
    let puts = 0;
    let killed = () => {};
    const isKilled = new Promise<void>((resolve) => (killed = resolve));
    const store = new MemoryStore(objects, {
      // Nothing comes after it: the process is gone.
      onPut: () => {
        if (puts++ !== at) return undefined;
        killed();
        return new Promise(() => undefined);
      },
    });
    await Promise.race([run(store), isKilled]);
    expect(store.puts).toHaveLength(at);
    const next = new MemoryStore(Object.fromEntries(store.objects));
    await run(next);
    const undisturbed = new MemoryStore(objects);
    await run(undisturbed);
    expect([...next.objects].sort()).toEqual([...undisturbed.objects].sort());
    expect(made(await run(next))).toEqual([]);
  },
);

test('a file that cannot be written keeps no other from it, and is told', async () => {
  const failing = historyKey(prefixes.runs, before(1));
  const store = new MemoryStore(lists(1), {
    onPut: (key) => (key === failing ? Promise.reject(new Error('no space')) : undefined),
  });
  const outcome = await run(store);
  expect(made(outcome)).toHaveLength(recentDays * historySources.length - 1);
  expect(problemsOf(outcome)).toEqual([`collection-runs/${before(1)}: no space`]);
  expect(metrics(outcome)).toMatchObject({ HistoryYesterdayWritten: 0 });
  expect(historyLines(outcome, today)).toContain(
    `{"history":"failed","source":"collection-runs","day":"${before(1)}","problem":"no space"}`,
  );
});

test('older days that cannot be listed keep no recent one from being written', async () => {
  const store = new MemoryStore(lists(1));
  store.days = () => Promise.reject(new Error('no'));
  const outcome = await run(store);
  expect(made(outcome)).toHaveLength(recentDays * historySources.length);
  expect(problemsOf(outcome)).toEqual(['older days are not known: no']);
});

test('objects that are not in the history are counted, of days that were kept too, and named', async () => {
  const store = new MemoryStore({ [goodKey]: 'h\nx' }, { sizes: { [goodKey]: 200_000_000 } });
  for (let runs = 0; runs < 2; runs++) {
    const lines = historyLines(await run(store), today);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      HistoryYesterdayWritten: 1,
      HistoryObjectsNotRead: 1,
    });
    expect(lines).toContain(JSON.stringify({ not_read: goodKey, reason: 'larger than 33554432 bytes' }));
  }
});
