import { DescribeStacksCommand, type CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { ask, isAnswer } from './call-failed';

/**
 * The status of a stack of the caller's account; undefined when there is none of that name.
 * @throws CallFailed when CloudFormation does not tell
 */
export async function stackStatus(client: CloudFormationClient, name: string): Promise<string | undefined> {
  try {
    const command = new DescribeStacksCommand({ StackName: name });
    const { Stacks } = await ask('cloudformation:DescribeStacks', () => client.send(command));
    return Stacks?.[0]?.StackStatus ?? 'in an unknown status';
  } catch (error) {
    // CloudFormation has no code of its own for it.
    if (isAnswer(error, 'ValidationError') && /does not exist/.test(error.message)) return undefined;
    throw error;
  }
}
