import { Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDataSource } from 'aws-cdk-lib/aws-quicksight';
import { Construct } from 'constructs';
import { allow } from '../../permissions/allow';
import type { RoleSettings } from '../../config/settings';
import { workGroupName } from '../../config/names';
import { permissionsToQuery, type QueryScope, workGroupArn } from '../../permissions/query-permissions';
import { ServiceRole } from '../../permissions/service-role';

export interface QuickSightSourceProps extends QueryScope {
  readonly roles: RoleSettings;
}

/** What QuickSight asks: our workgroup, with a role of its own, so that the account-wide role of QuickSight stays as it is. */
export class QuickSightSource extends Construct {
  readonly dataSource: CfnDataSource;
  readonly role: ServiceRole;

  constructor(scope: Construct, id: string, props: QuickSightSourceProps) {
    super(scope, id);
    this.role = new ServiceRole(this, 'Role', {
      kind: 'quick-sight',
      settings: props.roles,
      assumedBy: new ServicePrincipal('quicksight.amazonaws.com'),
      description: 'QuickSight asks the credential reports with it',
    });
    for (const permission of permissionsToQuery(this, props)) allow(this.role, permission);
    this.allowDriver(props.bucketName);
    this.dataSource = new CfnDataSource(this, 'Source', {
      awsAccountId: Stack.of(this).account,
      dataSourceId: 'credential-report',
      name: 'Credential reports',
      type: 'ATHENA',
      dataSourceParameters: {
        athenaParameters: { workGroup: workGroupName, roleArn: this.role.roleArn },
      },
    });
    // QuickSight tries the connection while it makes the source: the role's policy must be there.
    this.dataSource.node.addDependency(this.role);
  }

  /** What AWS's own policy for it, AWSQuicksightAthenaAccess, has beside asking, held to our workgroup and bucket. */
  private allowDriver(bucketName: string): void {
    const { partition, region, account } = Stack.of(this);
    allow(this.role, {
      actions: ['athena:GetWorkGroup', 'athena:GetQueryResultsStream'],
      resources: [workGroupArn(this)],
    });
    allow(this.role, {
      actions: ['athena:ListDataCatalogs'],
      resources: ['*'],
      wildcard: 'Athena knows no resources for this action',
    });
    allow(this.role, {
      actions: [
        'athena:GetDataCatalog',
        'athena:ListDatabases',
        'athena:ListTableMetadata',
        'athena:GetTableMetadata',
      ],
      resources: [`arn:${partition}:athena:${region}:${account}:datacatalog/AwsDataCatalog`],
    });
    allow(this.role, {
      actions: ['s3:ListBucketMultipartUploads'],
      resources: [`arn:${partition}:s3:::${bucketName}`],
    });
  }
}
