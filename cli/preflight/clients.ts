import { AccountClient } from '@aws-sdk/client-account';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { LakeFormationClient } from '@aws-sdk/client-lakeformation';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
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
  };
}

export type PreflightClients = ReturnType<typeof preflightClients>;
