import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance, version, type DuckDBConnection } from '@duckdb/node-api';
import { tableFiles, viewFiles } from '../../athena-ddl/sql-files';
import { sha256Of } from '../../lambda/report/sha256';
import { packageRoot } from '../../package-root';
import { macros } from './macros';
import { emptyTable } from './row-views';
import { sqlText } from './sql-text';
import { registerTrinoFunctions } from './trino-functions';

const folder = join(packageRoot(), 'dist');

/**
 * A DuckDB file with macros and views. DuckDB binds a view that it makes, and with it every view below it, which takes
 * longer than any question; from a file it takes over views unbound.
 */
export class CatalogFile {
  private hash: string | undefined;
  private readonly instances = new Map<string, Promise<DuckDBInstance>>();

  constructor(
    private readonly kind: 'catalog' | 'plan' | 'day-plan',
    /** What it is made of beside the macros, the tables and the views. */
    private readonly parts: readonly string[],
    /** Makes it in an empty database. */
    private readonly fill: (connection: DuckDBConnection) => Promise<void>,
    /** What DuckDB's optimizer does without. */
    private readonly unwanted: readonly string[],
  ) {}

  /**
   * A connection of its own to the one instance that all of a process with these settings share. Nobody changes what is in it:
   * temporary tables and views go with their connection, and come before those of the same name here.
   */
  async connect(settings: Readonly<Record<string, string>>): Promise<DuckDBConnection> {
    const name = JSON.stringify(settings);
    const instance = this.instances.get(name) ?? this.open(settings);
    this.instances.set(name, instance);
    return (await instance).connect();
  }

  /** From the file where it is built, else made in memory. */
  private async open(settings: Readonly<Record<string, string>>): Promise<DuckDBInstance> {
    const { isBuilt, path } = this;
    const instance = await DuckDBInstance.create(isBuilt ? path : ':memory:', {
      ...settings,
      ...(isBuilt && { access_mode: 'READ_ONLY' }),
    });
    const connection = await instance.connect();
    registerTrinoFunctions(connection);
    if (!isBuilt) await this.fill(connection);
    await connection.run(`SET disabled_optimizers = '${this.unwanted.join()}'`);
    connection.closeSync();
    return instance;
  }

  /** Where it lies once it is built; made of other parts it is another file. */
  get path(): string {
    this.hash ??= this.hashOfParts();
    return join(folder, `${this.kind}-${this.hash}.duckdb`);
  }

  private hashOfParts(): string {
    const files = [...tableFiles(), ...viewFiles()].map(({ text }) => text);
    return sha256Of(
      JSON.stringify([version(), ...macros(), emptyTable('view'), ...this.parts, ...files]),
    ).slice(0, 16);
  }

  get isBuilt(): boolean {
    return existsSync(this.path);
  }

  /** Writes it, unless it is there, and throws away those of other parts. */
  async build(): Promise<void> {
    if (this.isBuilt) return;
    mkdirSync(folder, { recursive: true });
    const draft = `${this.path}.${process.pid}`;
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    registerTrinoFunctions(connection);
    await this.fill(connection);
    await connection.run(`ATTACH ${sqlText(draft)} AS catalog (BLOCK_SIZE 16384)`);
    await connection.run('COPY FROM DATABASE memory TO catalog');
    await connection.run('DETACH catalog');
    connection.closeSync();
    instance.closeSync();
    const name = new RegExp(`^${this.kind}-[0-9a-f]{16}\\.duckdb`);
    const before = readdirSync(folder).filter((file) => name.test(file));
    renameSync(draft, this.path);
    for (const file of before) if (!this.path.endsWith(file)) rmSync(join(folder, file), { force: true });
  }
}
