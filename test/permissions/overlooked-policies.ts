import type { Resource } from '../lib/synthesize';
import { resourcePolicyTypes } from './resource-policies';

/** Where the estate reads policies: the properties by type. Nothing else may allow or deny anything. */
const read: Readonly<Record<string, readonly string[]>> = {
  'AWS::IAM::Role': ['AssumeRolePolicyDocument'],
  'AWS::IAM::Policy': ['PolicyDocument'],
  'AWS::IAM::ManagedPolicy': ['PolicyDocument'],
  ...Object.fromEntries(resourcePolicyTypes.map((type) => [type, ['PolicyDocument', 'Statement']])),
  // Deployed by itself, see `install`.
  'AWS::CloudFormation::StackSet': ['TemplateBody'],
};

/** Properties by which a policy reaches somebody whom the estate does not know. */
const attached: Readonly<Record<string, readonly string[]>> = {
  'AWS::IAM::Role': ['ManagedPolicyArns'],
  'AWS::IAM::Policy': ['Users', 'Groups'],
  'AWS::IAM::ManagedPolicy': ['Roles', 'Users', 'Groups'],
};

/** Types that are policies by their name, whatever they hold. */
const policyType = /(Policy|Permission)$/;

/** Policies of a template that the estate does not read, so that nothing would be proved of them. */
export function overlookedPolicies(resources: readonly Resource[]): string[] {
  return resources.flatMap(({ Type, Properties = {} }) => {
    if (policyType.test(Type) && read[Type] === undefined) return [Type];
    return Object.entries(Properties)
      .filter(([name, value]) =>
        attached[Type]?.includes(name)
          ? (value as readonly unknown[]).length > 0
          : read[Type]?.includes(name) !== true && saysWhoMay(value),
      )
      .map(([name]) => `${name} of ${Type}`);
  });
}

/** Whether a statement of a policy lies anywhere in a value, or in JSON that stands in it as text. */
function saysWhoMay(value: unknown): boolean {
  if (typeof value === 'string') return /"Effect"\s*:/.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return 'Effect' in value || Object.values(value).some(saysWhoMay);
}
