import { CustomResource, Duration } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { applyDdlTimeoutSeconds, packDdl, type SqlObject } from '../../../lambda/apply-ddl/contract';
import { allow } from '../../permissions/allow';
import type { RoleSettings } from '../../config/settings';
import { databaseName, workGroupName } from '../../config/names';
import { permissionsToDefine, type QueryScope } from '../../permissions/query-permissions';
import { tableFiles, viewFiles, type SqlFile } from '../../../athena-ddl/sql-files';
import { checkPayload } from './check-payload';
import { InlineFunction } from '../function/inline-function';

export interface SqlModelProps extends QueryScope {
  readonly retentionDays: number;
  readonly roles: RoleSettings;
}

/** The tables and views of `athena-ddl/`, made through Athena: CloudFormation itself cannot make views. */
export class SqlModel extends Construct {
  /** Whoever asks the views must come after it. */
  readonly resource: CustomResource;
  readonly role: IRole;

  constructor(scope: Construct, id: string, props: SqlModelProps) {
    super(scope, id);
    const { function: applyDdl, role } = new InlineFunction(this, 'ApplyDdl', {
      name: 'apply-ddl',
      description: 'Makes the tables and views of the credential reports while deploying',
      roles: props.roles,
      timeoutSeconds: applyDdlTimeoutSeconds,
    });
    for (const permission of permissionsToDefine(this, props)) allow(applyDdl, permission);
    const properties = packDdl({
      WorkGroup: workGroupName,
      Database: databaseName,
      Placeholders: { bucket: props.bucketName, retentionDays: String(props.retentionDays) },
      Tables: tableFiles().map(sqlObject),
      Views: viewFiles().map(sqlObject),
    });
    checkPayload(properties);
    this.resource = new CustomResource(this, 'Resource', {
      resourceType: 'Custom::AthenaDdl',
      serviceToken: applyDdl.functionArn,
      serviceTimeout: Duration.seconds(applyDdlTimeoutSeconds),
      properties: { ...properties },
    });
    this.resource.node.addDependency(applyDdl);
    this.role = role;
  }
}

const sqlObject = ({ name, text }: SqlFile): SqlObject => ({ name, sql: text });
