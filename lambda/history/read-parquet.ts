import { parquetMetadata, parquetReadObjects, type AsyncBuffer, type FileMetaData } from 'hyparquet';
import type { Row } from '../report/line-row';
import { RowDigests, type RowsDigest } from './row-digests';

/** A mark at the beginning of a text is a character of it. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/**
 * Reads a file of the history row group by row group.
 * @throws Error for what is no Parquet file, or one of other columns
 */
export async function readDigests(
  bytes: Uint8Array,
  columns: readonly string[],
): Promise<ReadonlyMap<string, RowsDigest>> {
  const digests = new RowDigests();
  for await (const row of readRows(bytes, columns))
    digests.add(row[columns.indexOf('object_path')] ?? null, row);
  return digests.all();
}

/**
 * What a file says of itself.
 * @throws Error for what is no Parquet file, or one of other columns than these, which are text
 */
export function metadataOf(bytes: Uint8Array, columns: readonly string[]): FileMetaData {
  const metadata = parquetMetadata(bytes);
  const [, ...elements] = metadata.schema;
  const isOurs =
    elements.length === columns.length &&
    elements.every(({ name, type }, at) => name === columns[at] && type === 'BYTE_ARRAY');
  if (!isOurs) throw new Error(`has the columns ${elements.map(({ name }) => name).join(', ')}`);
  return metadata;
}

async function* readRows(bytes: Uint8Array, columns: readonly string[]): AsyncGenerator<Row> {
  const file = asyncBuffer(bytes);
  const metadata = metadataOf(bytes, columns);
  let rowStart = 0;
  for (const { num_rows } of metadata.row_groups) {
    const rowEnd = rowStart + Number(num_rows);
    const rows = await parquetReadObjects({
      file,
      metadata,
      rowStart,
      rowEnd,
      parsers: { stringFromBytes: (text: Uint8Array | undefined) => text && decoder.decode(text) },
    });
    for (const row of rows) yield columns.map((name) => textOf(row[name]));
    rowStart = rowEnd;
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function asyncBuffer(bytes: Uint8Array): AsyncBuffer {
  const { buffer, byteOffset, byteLength } = bytes;
  return {
    byteLength,
    slice: (start, end = byteLength) => buffer.slice(byteOffset + start, byteOffset + end) as ArrayBuffer,
  };
}
