import { CreateDatabaseCommand, CreateTableCommand, GlueClient } from '@aws-sdk/client-glue';
import type { Filling } from './filled-table';
import { filledTable } from './filled-table';
import { glueTable } from './glue-table';
import type { HiveTable } from './hive-tables';

/** The Glue catalog: a database for each bucket, with the tables that the statements define. */
export class Catalog {
  private readonly glue: GlueClient;

  constructor(
    readonly endpoint: string,
    private readonly tables: readonly HiveTable[],
  ) {
    // moto asks nobody who calls.
    const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
    this.glue = new GlueClient({ endpoint, region: 'us-east-1', credentials });
  }

  async create(database: string, filling: Filling): Promise<void> {
    await this.glue.send(new CreateDatabaseCommand({ DatabaseInput: { Name: database } }));
    for (const table of this.tables) {
      const input = glueTable(filledTable(table, filling));
      await this.glue.send(new CreateTableCommand({ DatabaseName: database, TableInput: input }));
    }
  }

  close(): void {
    this.glue.destroy();
  }
}
