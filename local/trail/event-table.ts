import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { trailViews } from '../../athena-ddl/sql-files';
import { macros } from '../athena/macros';
import { plainValue } from '../athena/plain-value';
import { registerTrinoFunctions } from '../athena/trino-functions';
import { ChunkAppender } from './chunk-appender';
import type { CredentialUse } from './credential-use';
import { EventIds } from './event-ids';
import { identityColumns, kindColumns, ownColumns, type EventRow, type Texts } from './event-row';
import { eventTableStatements } from './event-table-sql';
import { NumberedTexts } from './numbered-texts';
import type { TrailSelection } from './trail-selection';
import { useStatement } from './use-statement';

/** Events of one account, in a file that goes when it is closed, so that a million stay out of memory; and the view over them. */
export class EventTable {
  private isStored = false;
  private readonly ids = new EventIds();
  private readonly identities = new NumberedTexts();
  private readonly kinds = new NumberedTexts();

  private constructor(
    private readonly folder: string,
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    private readonly events: ChunkAppender,
  ) {}

  static async open(accountId: string): Promise<EventTable> {
    // Nobody else's to read, also where the process is ended before it is closed.
    const folder = mkdtempSync(join(tmpdir(), 'credential-report-trail-'));
    const instance = await DuckDBInstance.create(join(folder, 'events.duckdb'), {
      memory_limit: '128MB',
      threads: '2',
      preserve_insertion_order: 'false',
      autoinstall_known_extensions: 'false',
    });
    const connection = await instance.connect();
    registerTrinoFunctions(connection);
    for (const macro of macros()) await connection.run(macro);
    for (const statement of eventTableStatements(accountId)) await connection.run(statement);
    // What this table has is single already; a sort of all events would take the memory of all.
    for (const { name, text } of trailViews()) if (name !== 'z_single_event') await connection.run(text);
    const events = await ChunkAppender.open(connection, 'event_row', 2, ownColumns.length);
    return new EventTable(folder, instance, connection, events);
  }

  add(rows: readonly EventRow[]): void {
    for (const { id, identity, kind, own } of rows)
      if (this.ids.add(id))
        this.events.add([this.identities.numberOf(identity), this.kinds.numberOf(kind), ...own]);
  }

  /** What the view has of the selection, once everything was added. */
  async uses(selection: TrailSelection): Promise<readonly CredentialUse[]> {
    const rows = await this.ask(useStatement(selection));
    return rows as unknown as CredentialUse[];
  }

  /** Rows of a statement over the views, by the names of its columns. */
  async ask(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    await this.store();
    const reader = await this.connection.runAndReadAll(sql);
    const names = reader.columnNames();
    return reader
      .getRows()
      .map((row) => Object.fromEntries(row.map((value, index) => [names[index] ?? '', plainValue(value)])));
  }

  /** Ends the adding. */
  private async store(): Promise<void> {
    if (this.isStored) return;
    this.isStored = true;
    this.events.close();
    await this.storeTexts('identity_row', identityColumns.length, this.identities.rows);
    await this.storeTexts('kind_row', kindColumns.length, this.kinds.rows);
  }

  private async storeTexts(table: string, columns: number, rows: readonly Texts[]): Promise<void> {
    const appender = await ChunkAppender.open(this.connection, table, 1, columns);
    rows.forEach((row, number) => appender.add([number, ...row]));
    appender.close();
  }

  close(): void {
    this.events.close();
    this.connection.closeSync();
    this.instance.closeSync();
    rmSync(this.folder, { force: true, recursive: true });
  }
}
