import { CfnNamedQuery } from 'aws-cdk-lib/aws-athena';
import { Construct } from 'constructs';
import { trailQueries } from '../../../athena-ddl/sql-files';
import type { TrailDatabase } from './trail-database';

/** The questions of `athena-ddl/trail/queries/`, saved in the workgroup under the names of their files. */
export class TrailQueries extends Construct {
  constructor(scope: Construct, id: string, { database, workGroup }: TrailDatabase) {
    super(scope, id);
    for (const { name, description, text } of trailQueries()) {
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
