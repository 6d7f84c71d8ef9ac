import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Row } from '../report/line-row';
import { maxGroupCharacters, maxGroupRows } from './limits';
import { RowDigests } from './row-digests';
import { writerVersion } from './writer-version';

/**
 * A Parquet file of text columns in memory, written group by group. It has no statistics: nothing is pruned by them here,
 * and a wrong bound would lose rows. Snappy is the library's own code, so that every machine writes the same bytes.
 */
export class ParquetFile {
  private readonly bytes = new ByteWriter();
  private readonly digests = new RowDigests();
  private readonly writer: ParquetWriter;
  private group: Row[] = [];
  private characters = 0;
  private written = 0;

  /** @param columns names, `object_path` among them */
  constructor(private readonly columns: readonly string[]) {
    const columnData = columns.map((name) => ({ name, data: [], type: 'STRING' as const, nullable: true }));
    this.writer = new ParquetWriter({
      writer: this.bytes,
      schema: schemaFromColumnData({ columnData }),
      statistics: false,
      createdBy: writerVersion,
    });
  }

  add(row: Row): void {
    this.group.push(row);
    this.digests.add(row[this.columns.indexOf('object_path')] ?? null, row);
    for (const value of row) this.characters += value?.length ?? 0;
    if (this.group.length === maxGroupRows || this.characters >= maxGroupCharacters) this.endGroup();
  }

  /** Writes the rows so far as a row group. */
  endGroup(): void {
    const { group } = this;
    if (group.length === 0) return;
    const columnData = this.columns.map((name, at) => ({
      name,
      data: group.map((row) => row[at] ?? null),
      offsetIndex: false,
    }));
    void this.writer.write({ columnData, rowGroupSize: group.length });
    this.written += group.length;
    this.group = [];
    this.characters = 0;
  }

  end(): FinishedFile {
    this.endGroup();
    void this.writer.finish();
    return { bytes: this.bytes.getBytes(), rows: this.written, digests: this.digests.all() };
  }
}

/** A file, and what it should hold. */
export interface FinishedFile {
  readonly bytes: Uint8Array;
  readonly rows: number;
  readonly digests: ReturnType<RowDigests['all']>;
}
