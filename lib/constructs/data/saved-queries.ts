import { CfnNamedQuery } from 'aws-cdk-lib/aws-athena';
import { Construct } from 'constructs';
import { readSqlFiles } from '../../sql-files';
import type { ReportDatabase } from './report-database';

/** The queries of `athena-ddl/queries/`, saved in the workgroup under the names of their files. */
export class SavedQueries extends Construct {
  constructor(scope: Construct, id: string, { database, workGroup }: ReportDatabase) {
    super(scope, id);
    for (const { name, sql } of readSqlFiles('queries')) {
      const query = new CfnNamedQuery(this, name, {
        name,
        description: /^-- (.+)$/m.exec(sql)?.[1] ?? name,
        database: database.ref,
        workGroup: workGroup.ref,
        queryString: sql,
      });
      query.addResourceDependency(workGroup);
    }
  }
}
