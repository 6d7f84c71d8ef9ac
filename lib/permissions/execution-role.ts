import { type DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** ARN of the role as which CloudFormation acts: of CDK's bootstrap, `cdk-…-cfn-exec-role-<account>-<region>`. */
export function executionRoleArn(scope: Construct): string {
  const { synthesizer, partition, account, region } = Stack.of(scope);
  return (synthesizer as DefaultStackSynthesizer).cloudFormationExecutionRoleArn
    .replaceAll('${AWS::Partition}', partition)
    .replaceAll('${AWS::AccountId}', account)
    .replaceAll('${AWS::Region}', region);
}
