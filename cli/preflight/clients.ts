import { AccountClient } from '@aws-sdk/client-account';
import { AthenaClient } from '@aws-sdk/client-athena';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { GlueClient } from '@aws-sdk/client-glue';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { LakeFormationClient } from '@aws-sdk/client-lakeformation';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { QuickSightClient } from '@aws-sdk/client-quicksight';
import { S3Client } from '@aws-sdk/client-s3';
import { SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';
import { eventsRegion } from '../../lambda/event-notifier/contract';
import { awsSettings, type AwsOptions } from '../aws-settings';

/** Clients of every service that is looked at. */
export function preflightClients(aws: AwsOptions) {
  const settings = awsSettings(aws);
  return {
    sts: new STSClient(settings),
    organizations: new OrganizationsClient(settings),
    cloudFormation: new CloudFormationClient(settings),
    /** Where the rules of credential events are. */
    eventsCloudFormation: new CloudFormationClient({ ...settings, region: eventsRegion }),
    ssm: new SSMClient(settings),
    lakeFormation: new LakeFormationClient(settings),
    account: new AccountClient(settings),
    s3: new S3Client({ ...settings, followRegionRedirects: false }),
    athena: new AthenaClient(settings),
    glue: new GlueClient(settings),
    iam: new IAMClient(settings),
    kms: new KMSClient(settings),
    quickSight: new QuickSightClient(settings),
    cloudTrail: new CloudTrailClient(settings),
    /** Where IAM's events arise. */
    eventsCloudTrail: new CloudTrailClient({ ...settings, region: eventsRegion }),
    /** For clients in other accounts. */
    settings,
  };
}

export type PreflightClients = ReturnType<typeof preflightClients>;
