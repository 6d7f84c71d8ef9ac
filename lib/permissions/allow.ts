import { Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, type PolicyStatementProps } from 'aws-cdk-lib/aws-iam';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference';
import type { Construct } from 'constructs';

/** What is allowed. */
export interface Permission extends Pick<PolicyStatementProps, 'conditions'> {
  readonly actions: string[];
  readonly resources: string[];
  /** Why a resource needs a wildcard; cdk-nag fails one without a reason. */
  readonly wildcard?: string;
}

/** A construct that takes statements: a function, a role or a managed policy. */
type Policy = Construct &
  (
    | { addToRolePolicy(statement: PolicyStatement): unknown }
    | { addToPolicy(statement: PolicyStatement): unknown }
    | { addStatements(statement: PolicyStatement): unknown }
  );

/** Allows something, and acknowledges each wildcard in its resources with the reason given. */
export function allow(policy: Policy, permission: Permission): void {
  const { wildcard, ...props } = permission;
  const statement = new PolicyStatement(props);
  if ('addStatements' in policy) policy.addStatements(statement);
  else if ('addToPolicy' in policy) policy.addToPolicy(statement);
  else policy.addToRolePolicy(statement);
  if (wildcard === undefined) return;
  const holder = 'role' in policy ? (policy.role as Construct) : policy;
  acknowledgeWildcards(holder, permission.resources, wildcard);
}

/** Acknowledges cdk-nag's finding of each resource with a wildcard, one by one. */
export function acknowledgeWildcards(holder: Construct, resources: readonly string[], reason: string): void {
  const stack = Stack.of(holder);
  for (const resource of resources) {
    const id = flattenCfnReference(stack.resolve(resource));
    if (id.includes('*'))
      Validations.of(holder).acknowledge({ id: `AwsSolutions-IAM5[Resource::${id}]`, reason });
  }
}
