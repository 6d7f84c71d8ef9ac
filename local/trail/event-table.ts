import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DuckDBDataChunk,
  DuckDBInstance,
  VARCHAR,
  type DuckDBAppender,
  type DuckDBConnection,
} from '@duckdb/node-api';
import { trailViews } from '../../athena-ddl/sql-files';
import { macros } from '../athena/macros';
import { plainValue } from '../athena/plain-value';
import { registerTrinoFunctions } from '../athena/trino-functions';
import type { CredentialUse } from './credential-use';
import { eventColumns, type EventRow } from './event-row';
import type { TrailSelection } from './trail-selection';
import { useStatement } from './use-statement';

/** Rows that DuckDB takes at once. */
const chunkRows = 2048;

/**
 * The table `cloudtrail_event` as Athena has it, of what the views read, in a file that goes when it is closed: a million
 * events stay out of memory. Its `dt` is the day of the event, so that an event delivered on two days is in one group.
 */
const tableView = `CREATE VIEW cloudtrail_event AS SELECT
  * EXCLUDE (identity_type, identity_arn, identity_accountid, identity_accesskeyid, identity_username, issuer_type, issuer_username, resource_arns),
  getvariable('account') AS account,
  replace(substr(eventtime, 1, 10), '-', '/') AS dt,
  struct_pack(
    type := identity_type,
    arn := identity_arn,
    accountid := identity_accountid,
    accesskeyid := identity_accesskeyid,
    username := identity_username,
    sessioncontext := struct_pack(sessionissuer := struct_pack(type := issuer_type, username := issuer_username))
  ) AS useridentity,
  [struct_pack(arn := one) FOR one IN string_split(resource_arns, chr(10))] AS resources
FROM event_row`;

/** Events of one account, and the view over them. */
export class EventTable {
  private waiting: EventRow[] = [];

  private constructor(
    private readonly file: string,
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    private readonly appender: DuckDBAppender,
  ) {}

  static async open(accountId: string): Promise<EventTable> {
    const file = join(tmpdir(), `credential-report-trail-${randomUUID()}.duckdb`);
    const instance = await DuckDBInstance.create(file, {
      memory_limit: '256MB',
      threads: '2',
      preserve_insertion_order: 'false',
      autoinstall_known_extensions: 'false',
    });
    const connection = await instance.connect();
    registerTrinoFunctions(connection);
    for (const macro of macros()) await connection.run(macro);
    await connection.run(
      `CREATE TABLE event_row (${eventColumns.map((name) => `${name} VARCHAR`).join(', ')})`,
    );
    await connection.run(`SET VARIABLE account = '${accountId.replaceAll("'", "''")}'`);
    await connection.run(tableView);
    for (const { text } of trailViews()) await connection.run(text);
    return new EventTable(file, instance, connection, await connection.createAppender('event_row'));
  }

  add(rows: readonly EventRow[]): void {
    for (const row of rows) {
      this.waiting.push(row);
      if (this.waiting.length === chunkRows) this.append();
    }
  }

  private append(): void {
    const rows = this.waiting;
    this.waiting = [];
    if (rows.length === 0) return;
    const chunk = DuckDBDataChunk.create(
      eventColumns.map(() => VARCHAR),
      rows.length,
    );
    chunk.setColumns(eventColumns.map((_, column) => rows.map((row) => row[column] ?? null)));
    this.appender.appendDataChunk(chunk);
  }

  /** What the view tells of the selection, all that was added. */
  async uses(selection: TrailSelection): Promise<readonly CredentialUse[]> {
    this.append();
    this.appender.flushSync();
    const { sql, values } = useStatement(selection);
    const reader = await this.connection.runAndReadAll(sql, values);
    const names = reader.columnNames();
    return reader
      .getRows()
      .map((row) =>
        Object.fromEntries(row.map((value, index) => [names[index] ?? '', plainValue(value)])),
      ) as unknown as CredentialUse[];
  }

  close(): void {
    this.appender.closeSync();
    this.connection.closeSync();
    this.instance.closeSync();
    for (const end of ['', '.wal']) rmSync(`${this.file}${end}`, { force: true });
    rmSync(`${this.file}.tmp`, { force: true, recursive: true });
  }
}
