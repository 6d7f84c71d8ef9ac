import {
  DuckDBDataChunk,
  INTEGER,
  VARCHAR,
  type DuckDBAppender,
  type DuckDBConnection,
  type DuckDBType,
} from '@duckdb/node-api';

/** Rows that DuckDB takes at once. */
const chunkRows = 2048;

type Row = readonly (number | string | null)[];

/** Appends rows whose first columns are numbers and whose others are texts. */
export class ChunkAppender {
  private waiting: Row[] = [];
  private isOpen = true;

  private constructor(
    private readonly appender: DuckDBAppender,
    private readonly types: readonly DuckDBType[],
  ) {}

  static async open(
    connection: DuckDBConnection,
    table: string,
    numbers: number,
    texts: number,
  ): Promise<ChunkAppender> {
    const types = Array.from({ length: numbers + texts }, (_, index) =>
      index < numbers ? INTEGER : VARCHAR,
    );
    return new ChunkAppender(await connection.createAppender(table), types);
  }

  add(row: Row): void {
    this.waiting.push(row);
    if (this.waiting.length === chunkRows) this.append();
  }

  /** Rows are there once it is closed; a second time does nothing. */
  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.append();
    this.appender.closeSync();
  }

  private append(): void {
    const rows = this.waiting;
    if (rows.length === 0) return;
    this.waiting = [];
    const chunk = DuckDBDataChunk.create([...this.types], rows.length);
    chunk.setColumns(this.types.map((_, column) => rows.map((row) => row[column] ?? null)));
    this.appender.appendDataChunk(chunk);
  }
}
