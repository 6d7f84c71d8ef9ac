import { parquetMetadata } from 'hyparquet';
import { ParquetWriter } from 'hyparquet-writer';
import { ParquetFile } from '../../../lambda/history/parquet-file';
import { writeDay } from '../../../lambda/history/write-day';
import { day, exampleDay, reports } from './example-day';
import { MemoryStore } from './memory-store';

/** Rows of each row group. */
const groupsOf = (file: ParquetFile) =>
  parquetMetadata(file.end().bytes).row_groups.map(({ num_rows }) => Number(num_rows));

test('a row group ends after so many rows', () => {
  const file = new ParquetFile(['line', 'object_path']);
  for (let row = 0; row < 25_000; row++) file.add([null, 'a']);
  expect(groupsOf(file)).toEqual([10_000, 10_000, 5_000]);
});

test('a row group ends after so many characters', () => {
  const file = new ParquetFile(['line', 'object_path']);
  for (let row = 0; row < 5; row++) file.add(['x'.repeat(2_200_000), 'a']);
  expect(groupsOf(file)).toEqual([2, 2, 1]);
});

test('a file that reads back differently is not stored', async () => {
  const write = Reflect.get<ParquetWriter, 'write'>(ParquetWriter.prototype, 'write');
  const wrong = jest.spyOn(ParquetWriter.prototype, 'write').mockImplementation(function (
    this: ParquetWriter,
    { columnData, ...rest },
  ) {
    const changed = columnData.map((column) => ({
      ...column,
      data: [...column.data].map((value: unknown) => (value === 'true' ? 'false' : value)),
    }));
    return write.call(this, { ...rest, columnData: changed });
  });
  const store = new MemoryStore(exampleDay);
  await expect(writeDay(store, reports, day)).rejects.toThrow(
    /^the file reads back differently: s3:\/\/local\/credential-reports\/.*: its rows differ from those in the file$/,
  );
  expect(store.puts).toEqual([]);
  wrong.mockRestore();
});
