import { CustomResource, Duration, Stack } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import {
  lookupAttributes,
  lookupTimeoutSeconds,
  type OrganizationLookupProperties,
} from '../../../lambda/organization-lookup/contract';
import { allow } from '../../permissions/allow';
import type { RoleSettings, Settings } from '../../config/settings';
import { InlineFunction } from '../function/inline-function';

export interface OrganizationLookupProps {
  readonly roles: RoleSettings;
  /** Only the management account can. */
  readonly activateTrustedAccess: boolean;
  /** Only the management account and delegated administrators can. */
  readonly readRoot: boolean;
}

/** The organization's id: configured, or looked up while deploying, which any account of the organization may. */
export function organizationId(
  scope: Construct,
  { organization, roles }: Pick<Settings, 'organization' | 'roles'>,
): { readonly id: string; readonly lookup: OrganizationLookup | undefined } {
  if (organization !== undefined) return { id: organization.id, lookup: undefined };
  const props = { activateTrustedAccess: false, readRoot: false, roles };
  const lookup = new OrganizationLookup(scope, 'Organization', props);
  return { id: lookup.organizationId, lookup };
}

const stackSets = 'stacksets.cloudformation.amazonaws.com';

/** The organization's ids, read while deploying; activates trusted access for StackSets when asked. */
export class OrganizationLookup extends Construct {
  readonly organizationId: string;
  readonly managementAccountId: string;
  readonly rootId: string;

  constructor(scope: Construct, id: string, props: OrganizationLookupProps) {
    super(scope, id);
    const { function: lookup } = new InlineFunction(this, 'Lookup', {
      name: 'organization-lookup',
      description: "Reads the organization's ids while deploying",
      roles: props.roles,
      timeoutSeconds: lookupTimeoutSeconds,
    });
    allow(lookup, {
      actions: ['organizations:DescribeOrganization', ...(props.readRoot ? ['organizations:ListRoots'] : [])],
      resources: ['*'],
      wildcard: 'Organizations knows no resources for these actions',
    });
    if (props.activateTrustedAccess) this.grantTrustedAccess(lookup);
    const properties: OrganizationLookupProperties = {
      ActivateTrustedAccess: props.activateTrustedAccess ? 'true' : 'false',
      ReadRoot: props.readRoot ? 'true' : 'false',
    };
    const resource = new CustomResource(this, 'Resource', {
      resourceType: 'Custom::OrganizationLookup',
      serviceToken: lookup.functionArn,
      serviceTimeout: Duration.seconds(lookupTimeoutSeconds),
      properties: { ...properties },
    });
    resource.node.addDependency(lookup);
    this.organizationId = resource.getAttString(lookupAttributes.organizationId);
    this.managementAccountId = resource.getAttString(lookupAttributes.managementAccountId);
    this.rootId = resource.getAttString(lookupAttributes.rootId);
  }

  /** CloudFormation enables itself in Organizations and makes its service role with the caller's permissions. */
  private grantTrustedAccess(lookup: Function): void {
    const { partition, account } = Stack.of(this);
    allow(lookup, {
      actions: ['cloudformation:ActivateOrganizationsAccess', 'cloudformation:DescribeOrganizationsAccess'],
      resources: ['*'],
      wildcard: 'CloudFormation knows no resources for these two actions',
    });
    allow(lookup, {
      actions: ['organizations:EnableAWSServiceAccess'],
      resources: ['*'],
      wildcard: 'Organizations knows no resources for this action; the condition allows StackSets alone',
      conditions: { StringEquals: { 'organizations:ServicePrincipal': `member.org.${stackSets}` } },
    });
    allow(lookup, {
      actions: ['iam:CreateServiceLinkedRole'],
      resources: [`arn:${partition}:iam::${account}:role/aws-service-role/${stackSets}/*`],
      wildcard: 'CloudFormation names its service role; the condition allows that of StackSets alone',
      conditions: { StringEquals: { 'iam:AWSServiceName': stackSets } },
    });
  }
}
