import { CfnNamedQuery } from 'aws-cdk-lib/aws-athena';
import { Construct } from 'constructs';
import type { NamedQuery } from '../../../athena-ddl/sql-files';
import type { QueryDatabase } from './query-database';

export interface SavedQueriesProps {
  readonly database: QueryDatabase;
  readonly queries: readonly NamedQuery[];
}

/** Questions of people, saved in the workgroup under the names of their files. */
export class SavedQueries extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { database: { database, workGroup }, queries }: SavedQueriesProps,
  ) {
    super(scope, id);
    for (const { name, description, text } of queries) {
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
