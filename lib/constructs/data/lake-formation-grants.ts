import { Stack } from 'aws-cdk-lib';
import { CfnPrincipalPermissions } from 'aws-cdk-lib/aws-lakeformation';
import { Construct } from 'constructs';
import type { ReportDatabase } from './report-database';
import type { SqlModel } from './sql-model';

export interface LakeFormationGrantsProps {
  readonly database: ReportDatabase;
  readonly model: SqlModel;
  /** ARNs of roles or users that may ask. */
  readonly analysts: readonly string[];
}

/** Grants for accounts in which Lake Formation, not IAM alone, decides about the catalog. */
export class LakeFormationGrants extends Construct {
  constructor(scope: Construct, id: string, { database, model, analysts }: LakeFormationGrantsProps) {
    super(scope, id);
    const catalogId = Stack.of(this).account;
    const grant = (name: string, principal: string, permissions: string[], resource: object) =>
      new CfnPrincipalPermissions(this, name, {
        principal: { dataLakePrincipalIdentifier: principal },
        permissions,
        permissionsWithGrantOption: [],
        resource,
      });
    const inDatabase = { database: { catalogId, name: database.database.ref } };
    const inTables = { table: { catalogId, databaseName: database.database.ref, tableWildcard: {} } };

    // One after the other: of several at a time on one resource Lake Formation refuses all but one.
    const define = grant('Define', model.role.roleArn, ['CREATE_TABLE', 'DESCRIBE'], inDatabase);
    const change = grant('Change', model.role.roleArn, ['ALTER', 'DESCRIBE', 'DROP', 'SELECT'], inTables);
    change.addResourceDependency(define);
    model.resource.node.addDependency(change);
    let last = change;
    for (const [index, analyst] of analysts.entries()) {
      const see = grant(`See${index}`, analyst, ['DESCRIBE'], inDatabase);
      const ask = grant(`Ask${index}`, analyst, ['DESCRIBE', 'SELECT'], inTables);
      see.addResourceDependency(last);
      ask.addResourceDependency(see);
      see.node.addDependency(model.resource);
      last = ask;
    }
  }
}
