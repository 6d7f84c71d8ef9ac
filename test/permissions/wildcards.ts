const noResources = (service: string) => `${service} knows no resources for this action`;

/** Every action that is allowed on every resource, with the reason. */
export const everyResource: Readonly<Record<string, string>> = {
  'collector: iam:GenerateCredentialReport': noResources('IAM'),
  'collector: iam:GetCredentialReport': noResources('IAM'),
  'collector: iam:GetAccountAuthorizationDetails': noResources('IAM'),
  'collector: iam:GetAccountPasswordPolicy': noResources('IAM'),
  'collector: iam:GetAccountSummary': noResources('IAM'),
  'collector: iam:ListServiceSpecificCredentials': 'IAM names no user where those of all are asked for',
  'collector: iam:ListVirtualMFADevices': noResources('IAM'),
  'accounts: organizations:ListAccounts': noResources('Organizations'),
  'accounts: iam:ListOrganizationsFeatures': noResources('IAM'),
  'accounts: organizations:ListRoots': noResources('Organizations'),
  'organization-lookup: organizations:DescribeOrganization': noResources('Organizations'),
  'organization-lookup: organizations:ListRoots': noResources('Organizations'),
  'organization-lookup: cloudformation:ActivateOrganizationsAccess': noResources('CloudFormation'),
  'organization-lookup: cloudformation:DescribeOrganizationsAccess': noResources('CloudFormation'),
  'organization-lookup: organizations:EnableAWSServiceAccess': `${noResources('Organizations')}; a condition names StackSets`,
  'quick-sight: athena:ListDataCatalogs': noResources('Athena'),
  ...Object.fromEntries(
    ['digest', 'coverage-check', 'event-notifier', 'quick-sight', 'analyst'].map((kind) => [
      `${kind}: lakeformation:GetDataAccess`,
      `${noResources('Lake Formation')}; its grants decide`,
    ]),
  ),
};
