import {
  paginateListStackInstances,
  type CloudFormationClient,
  type StackInstanceSummary,
} from '@aws-sdk/client-cloudformation';
import { awsError } from '../aws-error';
import { CommandError } from '../command-error';

/** Name that the stack `CredentialReportOrganization` gives its StackSet. */
export const collectorStackSet = 'CredentialReportCollector';

/** Whether the caller calls CloudFormation for itself or for the organization. */
export type CallAs = 'SELF' | 'DELEGATED_ADMIN';

/**
 * The StackSet's stack in every member account. Needs `cloudformation:ListStackInstances`.
 * @throws CommandError where CloudFormation does not show the StackSet to the caller
 */
export async function stackInstances(
  client: CloudFormationClient,
  callAs: CallAs,
): Promise<readonly StackInstanceSummary[]> {
  const instances: StackInstanceSummary[] = [];
  const pages = paginateListStackInstances({ client }, { StackSetName: collectorStackSet, CallAs: callAs });
  try {
    for await (const { Summaries = [] } of pages) instances.push(...Summaries);
    return instances;
  } catch (error) {
    if ((error as Error).name === 'StackSetNotFoundException')
      throw new CommandError(
        `CloudFormation shows no StackSet ${collectorStackSet} to this account and region: it is not deployed, or another account deployed it`,
      );
    throw awsError(error, `listing the instances of the StackSet ${collectorStackSet}`);
  }
}
