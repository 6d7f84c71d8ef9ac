import {
  CreateDatabaseCommand,
  CreateTableCommand,
  GlueClient,
  paginateGetTables,
  type Table,
} from '@aws-sdk/client-glue';
import type { Moment } from '../sql/at-moment';
import type { Filling } from './filled-table';
import { filledTable } from './filled-table';
import { glueTable } from './glue-table';
import type { HiveTable } from './hive-tables';
import { viewAt } from './view-entry';

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

  /**
   * Gives a database the views that Trino made in another one, as they would be at that moment. Trino reads through
   * all views below for each statement that makes one: done for every database, it would take most of the time.
   */
  async copyViews(from: string, to: string, moment: Moment): Promise<void> {
    for (const view of await this.views(from))
      await this.glue.send(
        new CreateTableCommand({ DatabaseName: to, TableInput: viewAt(view, to, moment) }),
      );
  }

  close(): void {
    this.glue.destroy();
  }

  private async views(database: string): Promise<readonly Table[]> {
    const found: Table[] = [];
    for await (const { TableList } of paginateGetTables({ client: this.glue }, { DatabaseName: database }))
      found.push(...(TableList ?? []).filter(({ TableType }) => TableType === 'VIRTUAL_VIEW'));
    if (found.length === 0) throw new Error(`the database ${database} has no view`);
    return found;
  }
}
