import { DescribeOrganizationCommand, type OrganizationsClient } from '@aws-sdk/client-organizations';
import type { STSClient } from '@aws-sdk/client-sts';
import { awsError } from '../aws-error';
import { callerIdentity, type CallerIdentity } from '../caller-identity';
import { CommandError } from '../command-error';

/** Who runs the command, and in which organization. */
export interface Caller extends CallerIdentity {
  readonly managementAccountId: string;
}

/**
 * Finds out who calls.
 * @throws CommandError without usable credentials or outside of an organization
 */
export async function identifyCaller(sts: STSClient, organizations: OrganizationsClient): Promise<Caller> {
  const identity = await callerIdentity(sts);
  const answer = await organizations.send(new DescribeOrganizationCommand({})).catch((error: unknown) => {
    if ((error as Error).name === 'AWSOrganizationsNotInUseException') {
      throw new CommandError(`account ${identity.accountId} belongs to no organization`);
    }
    throw awsError(error, `asking Organizations about the organization as ${identity.arn}`);
  });
  const managementAccountId = answer.Organization?.MasterAccountId;
  if (managementAccountId === undefined) throw new CommandError('Organizations named no management account');
  return { ...identity, managementAccountId };
}
