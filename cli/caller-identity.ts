import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';
import { awsError } from './aws-error';
import { CommandError } from './command-error';
import { partitionOf } from './partition-of';

/** Who the credentials belong to. */
export interface CallerIdentity {
  readonly accountId: string;
  readonly arn: string;
  readonly partition: string;
}

/**
 * Asks STS who calls.
 * @throws CommandError without usable credentials
 */
export async function callerIdentity(sts: STSClient): Promise<CallerIdentity> {
  const answer = await sts.send(new GetCallerIdentityCommand({})).catch((error: unknown) => {
    throw awsError(error, 'asking STS who the credentials belong to');
  });
  const { Account: accountId, Arn: arn } = answer;
  if (accountId === undefined || arn === undefined) {
    throw new CommandError('STS did not tell who the caller is');
  }
  return { accountId, arn, partition: partitionOf(arn) };
}
