import { historyKey } from '../report/history-key';
import { historyColumns, markerPath, type HistorySource } from '../report/history-source';
import { dayInputs, isSameList } from './day-inputs';
import { type HistoryStore, type ListedObject, ObjectChanged } from './history-store';
import { inputRows, unreadRow } from './input-rows';
import { maxTries } from './limits';
import { type Manifest, type ManifestInput, manifestOf, type UnreadInput } from './manifest';
import { ParquetFile } from './parquet-file';
import { readInputs, type ReadInput } from './read-inputs';
import { readDigests } from './read-parquet';
import { differences, type RowsDigest } from './row-digests';
import { mayPass } from './unread-reason';

/** A day's file in memory, read back and found right. */
export interface ComposedDay {
  readonly file: Uint8Array;
  readonly manifest: Manifest;
  /** What the file holds, by path. */
  readonly digests: ReadonlyMap<string, RowsDigest>;
}

/**
 * Makes the file of a day from its objects as they are now, all of them from one moment.
 * @throws Error when they keep changing, when most of them cannot be read, or when the file reads back differently
 */
export async function composeDay(
  store: HistoryStore,
  source: HistorySource,
  day: string,
): Promise<ComposedDay> {
  for (let tries = 1; ; tries++) {
    const inputs = await dayInputs(store, source, day);
    try {
      const composed = await composeOf(store, source, day, inputs);
      if (isSameList(inputs, await dayInputs(store, source, day))) return composed;
    } catch (error) {
      if (!(error instanceof ObjectChanged)) throw error;
    }
    if (tries === maxTries)
      throw new Error(`the objects of ${source.name}/${day} changed ${maxTries} times while they were read`);
  }
}

async function composeOf(
  store: HistoryStore,
  source: HistorySource,
  day: string,
  listed: readonly ListedObject[],
): Promise<ComposedDay> {
  const file = new ParquetFile(historyColumns(source));
  const inputs: ManifestInput[] = [];
  const unread: UnreadInput[] = [];
  file.add(unreadRow(source, markerPath));
  for await (const batch of readInputs(store, listed)) {
    for (const input of batch) {
      const { key, size, etag } = input;
      const rows = addRows(file, source, store.url + key, input);
      if ('reason' in input) unread.push({ key, size, etag, reason: input.reason.text });
      else inputs.push({ key, size, etag, sha256: input.sha256, rows_read: rows, rows_not_read: 0 });
    }
    file.endGroup();
  }
  refuseOutage(source, day, listed, unread);
  const finished = file.end();
  const { bytes, digests } = finished;
  await checkFile(bytes, source, digests);
  const key = historyKey(source.name, day);
  const manifest = manifestOf(finished, { source: source.name, day, key, inputs, not_read: unread });
  return { file: bytes, manifest, digests };
}

function addRows(file: ParquetFile, source: HistorySource, path: string, input: ReadInput): number {
  let rows = 0;
  for (const row of 'reason' in input ? [unreadRow(source, path)] : inputRows(input.content, source, path)) {
    file.add(row);
    rows++;
  }
  return rows;
}

/** What keeps most objects from being read is none of the objects': such a day is better not written than empty. */
function refuseOutage(
  { name }: HistorySource,
  day: string,
  listed: readonly ListedObject[],
  unread: readonly UnreadInput[],
): void {
  const passing = unread.filter(({ reason }) => mayPass(reason));
  const [first] = passing;
  if (first !== undefined && passing.length * 2 > listed.length)
    throw new Error(
      `${passing.length} of the ${listed.length} objects of ${name}/${day} cannot be read: ${first.key}: ${first.reason}`,
    );
}

async function checkFile(
  bytes: Uint8Array,
  source: HistorySource,
  expected: ReadonlyMap<string, RowsDigest>,
): Promise<void> {
  const [first] = differences(expected, await readDigests(bytes, historyColumns(source)));
  if (first !== undefined) throw new Error(`the file reads back differently: ${first.join(': ')}`);
}
