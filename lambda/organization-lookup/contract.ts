/** What the lookup of the organization shares with its construct. */

/** Properties of the custom resource; CloudFormation hands every value over as a string. */
export interface OrganizationLookupProperties {
  /** `true` activates trusted access for StackSets, which only the management account can. */
  readonly ActivateTrustedAccess: 'true' | 'false';
  /** `true` reads the root's id, which only the management account and delegated administrators can. */
  readonly ReadRoot: 'true' | 'false';
}

/** Attributes that a template reads with `Fn::GetAtt`. */
export const lookupAttributes = {
  organizationId: 'OrganizationId',
  managementAccountId: 'ManagementAccountId',
  /** Only when the root was asked for. */
  rootId: 'RootId',
} as const;

/** The Lambda function's timeout in seconds: trusted access takes up to a few minutes to propagate. */
export const lookupTimeoutSeconds = 300;
