import { writeDay } from '../../../lambda/history/write-day';
import { writtenDay } from '../../../lambda/history/written-day';
import { historyKey, manifestKey } from '../../../lambda/report/history-key';
import { day, exampleDay, goodKey, oddKey, reports, runs } from './example-day';
import { MemoryStore } from './memory-store';

const fileKey = historyKey(reports.name, day);
const said = manifestKey(reports.name, day);

async function written(happenings: ConstructorParameters<typeof MemoryStore>[1] = {}): Promise<MemoryStore> {
  const store = new MemoryStore(exampleDay, happenings);
  await writeDay(store, reports, day);
  return store;
}

test('a day that is written is kept, whatever else is in the bucket', async () => {
  const store = await written();
  expect(store.puts).toEqual([fileKey, said]);
  store.objects.set(`${reports.name}/2026/11/21/100000000009-.csv`, Buffer.from('x'));
  expect(await writtenDay(store, reports, day)).toMatchObject({ manifest: { source: reports.name, day } });
});

test.each<[string, (store: MemoryStore) => unknown, string]>([
  ['no manifest', (store) => store.objects.delete(said), 'it was not written'],
  ['no file', (store) => store.objects.delete(fileKey), 'its file is missing'],
  [
    'a file that is cut off',
    (store) => store.objects.set(fileKey, store.objects.get(fileKey)?.subarray(0, -1) ?? Buffer.from('')),
    'its file does not fit its manifest',
  ],
  [
    'a file with another byte',
    (store) => store.objects.get(fileKey)?.fill(0x20, 100, 101),
    'its file does not fit its manifest',
  ],
  [
    'a manifest that is cut off',
    (store) => store.objects.set(said, store.objects.get(said)?.subarray(0, 100) ?? Buffer.from('')),
    'its manifest cannot be read',
  ],
  [
    'a manifest that says nothing',
    (store) => store.objects.set(said, Buffer.from('{}')),
    'its manifest cannot be read',
  ],
  [
    'the manifest of another source',
    async (store) => {
      await writeDay(store, runs, day);
      store.objects.set(said, store.objects.get(manifestKey(runs.name, day)) ?? Buffer.from(''));
    },
    'its manifest is of collection-runs/2026/11/22',
  ],
  [
    'another writer',
    (store) =>
      store.objects.set(said, Buffer.from(String(store.objects.get(said)).replace('history 1', 'history 0'))),
    'it was written by credential-report-history 0',
  ],
  [
    'an object that changed',
    (store) => store.objects.set(goodKey, Buffer.from('x')),
    'its objects are others by now',
  ],
  ['an object that went', (store) => store.objects.delete(oddKey), 'its objects are others by now'],
  [
    'an object that came',
    (store) => store.objects.set(`${goodKey}.csv`, Buffer.from('x')),
    'its objects are others by now',
  ],
])('%s: the day is made anew and then kept', async (_what, spoil, why) => {
  const store = await written();
  await spoil(store);
  expect(await writtenDay(store, reports, day)).toEqual({ why });
  await writeDay(store, reports, day);
  expect(await writtenDay(store, reports, day)).toHaveProperty('manifest');
});

test.each([
  [said, 'its manifest cannot be read'],
  [fileKey, 'its file cannot be read'],
])('%s that cannot be read is made anew', async (key, why) => {
  const store = await written();
  const read = store.read.bind(store);
  store.read = (asked) => (asked === key ? Promise.reject(new Error('in an archive')) : read(asked));
  expect(await writtenDay(store, reports, day)).toEqual({ why });
});

test('what was denied is tried again, what is too large is not', async () => {
  let isDenied = true;
  const denied = Object.assign(new Error('no'), { name: 'AccessDenied' });
  const store = await written({
    onRead: (key) => (key === oddKey && isDenied ? Promise.reject(denied) : undefined),
  });
  expect(await writtenDay(store, reports, day)).toEqual({ why: 'objects of it could not be read' });
  isDenied = false;
  expect((await writeDay(store, reports, day)).not_read).toEqual([]);
  const large = await written({ sizes: { [oddKey]: 200_000_000 } });
  expect(await writtenDay(large, reports, day)).toMatchObject({ manifest: { not_read: [{ key: oddKey }] } });
});

test.each([0, 1])(
  'killed at put %i the day does not count as written, before or after an older one',
  async (at) => {
    for (const before of [{}, { older: true }]) {
      const killed = new Error('killed');
      let armed = false;
      let puts = 0;
      const store = new MemoryStore(exampleDay, {
        onPut: () => (armed && puts++ === at ? Promise.reject(killed) : undefined),
      });
      if ('older' in before) await writeDay(store, reports, day);
      store.objects.set(goodKey, Buffer.from('h\nanother'));
      armed = true;
      await expect(writeDay(store, reports, day)).rejects.toBe(killed);
      expect(await writtenDay(store, reports, day)).toHaveProperty('why');
      await writeDay(store, reports, day);
      const undisturbed = new MemoryStore({ ...exampleDay, [goodKey]: 'h\nanother' });
      await writeDay(undisturbed, reports, day);
      for (const key of [fileKey, said]) expect(store.objects.get(key)).toEqual(undisturbed.objects.get(key));
    }
  },
);

test('two at once store the same bytes', async () => {
  const store = new MemoryStore(exampleDay);
  const [one, other] = await Promise.all([writeDay(store, reports, day), writeDay(store, reports, day)]);
  expect(one).toEqual(other);
  expect(store.puts).toHaveLength(4);
  expect(await writtenDay(store, reports, day)).toHaveProperty('manifest');
});

test('two that see other objects, whose puts cross, leave a day that the next run mends', async () => {
  let first: Promise<unknown> = Promise.resolve();
  let hasCrossed = false;
  const store: MemoryStore = new MemoryStore(exampleDay, {
    // Between its two puts another one comes, sees what has changed, and is done.
    onPut: (key) => {
      if (key !== said || hasCrossed) return undefined;
      hasCrossed = true;
      store.objects.set(goodKey, Buffer.from('h\nanother'));
      return (first = writeDay(store, reports, day));
    },
  });
  await writeDay(store, reports, day);
  await first;
  expect(await writtenDay(store, reports, day)).toHaveProperty('why');
  await writeDay(store, reports, day);
  expect(await writtenDay(store, reports, day)).toHaveProperty('manifest');
});
