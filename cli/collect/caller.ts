import { DescribeOrganizationCommand, type OrganizationsClient } from '@aws-sdk/client-organizations';
import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';
import { awsError } from '../aws-error';
import { CommandError } from '../command-error';

/** Who runs the command, and in which organization. */
export interface Caller {
  readonly accountId: string;
  readonly arn: string;
  readonly partition: string;
  readonly managementAccountId: string;
}

/**
 * Finds out who calls.
 * @throws CommandError without usable credentials or outside of an organization
 */
export async function identifyCaller(sts: STSClient, organizations: OrganizationsClient): Promise<Caller> {
  const identity = await sts.send(new GetCallerIdentityCommand({})).catch((error: unknown) => {
    throw awsError(error, 'asking STS who the credentials belong to');
  });
  const { Account: accountId, Arn: arn } = identity;
  if (accountId === undefined || arn === undefined)
    throw new CommandError('STS did not tell who the caller is');
  const answer = await organizations.send(new DescribeOrganizationCommand({})).catch((error: unknown) => {
    if ((error as Error).name === 'AWSOrganizationsNotInUseException') {
      throw new CommandError(`account ${accountId} belongs to no organization`);
    }
    throw awsError(error, `asking Organizations about the organization as ${arn}`);
  });
  const managementAccountId = answer.Organization?.MasterAccountId;
  if (managementAccountId === undefined) throw new CommandError('Organizations named no management account');
  return { accountId, arn, partition: arn.split(':')[1] ?? 'aws', managementAccountId };
}
