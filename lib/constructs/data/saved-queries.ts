import { CfnNamedQuery } from 'aws-cdk-lib/aws-athena';
import { Construct } from 'constructs';
import { savedQueries } from '../../../athena-ddl/sql-files';
import type { ReportDatabase } from './report-database';

/** The questions of `athena-ddl/queries/`, saved in the workgroup under the names of their files. Those that only functions ask are not. */
export class SavedQueries extends Construct {
  constructor(scope: Construct, id: string, { database, workGroup }: ReportDatabase) {
    super(scope, id);
    for (const { name, description, text } of savedQueries()) {
      const query = new CfnNamedQuery(this, name, {
        name,
        description,
        database: database.ref,
        workGroup: workGroup.ref,
        queryString: text,
      });
      query.addResourceDependency(workGroup);
    }
  }
}
