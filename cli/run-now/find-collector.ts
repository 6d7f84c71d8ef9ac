import { DescribeStackResourcesCommand, type CloudFormationClient } from '@aws-sdk/client-cloudformation';

/**
 * The physical name of the collector's function in a stack. CloudFormation names it, so that no two deployments collide.
 * @param stack name, or ARN
 * @throws Error where the stack has none
 */
export async function findCollector(client: CloudFormationClient, stack: string): Promise<string> {
  const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ StackName: stack }));
  const found = StackResources.find(
    ({ ResourceType, LogicalResourceId = '' }) =>
      ResourceType === 'AWS::Lambda::Function' && LogicalResourceId.startsWith('CollectorFunction'),
  );
  if (found?.PhysicalResourceId === undefined) throw new Error(`the stack ${stack} has no collector`);
  return found.PhysicalResourceId;
}
