import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../config/settings';
import { organizationId } from '../constructs/collection/organization-lookup';
import { ReportBucket } from '../constructs/storage/report-bucket';
import { reportBucketName } from '../permissions/write-permissions';

export interface StorageStackProps extends StackProps {
  readonly settings: Settings;
}

/**
 * `CredentialReportStorage`: the bucket and its policy, which stay when it goes. Nothing is written while it is made, so that
 * whatever fails here or later can be deployed again.
 */
export class StorageStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: StorageStackProps) {
    super(scope, id, props);
    const { kmsKeyArn, retentionDays, roles, places } = settings;
    const organization = organizationId(this, settings);
    const reports = new ReportBucket(this, 'Reports', {
      bucketName: reportBucketName(this.account, this.region),
      retentionDays,
      kmsKeyArn,
      roles,
      organizationId: organization.id,
      listingAccountId:
        places.data.account === places.organization.account ? undefined : places.organization.account,
    });
    // A bucket that a failed look-up takes away again would keep its name from the next deployment for a while.
    if (organization.lookup !== undefined) reports.node.addDependency(organization.lookup);
    new CfnOutput(this, 'Bucket', {
      description: 'The reports lie below credential-reports/YYYY/MM/DD/',
      value: reports.bucket.bucketName,
    });
  }
}
