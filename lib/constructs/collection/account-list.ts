import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { accountsEnvironment, accountsTimeoutSeconds } from '../../../lambda/accounts/contract';
import { allow } from '../../permissions/allow';
import type { RoleSettings } from '../../config/settings';
import type { ReportDestination } from '../../permissions/write-permissions';
import { DailySchedule } from '../function/daily-schedule';
import { InlineFunction } from '../function/inline-function';

export interface AccountListProps {
  readonly reports: ReportDestination;
  readonly organizationId: string;
  readonly managementAccountId: string;
  /** Ids of the root or of units that the collector is deployed to. */
  readonly targets: readonly string[];
  readonly excludedAccounts: readonly string[];
  readonly accountDetails: { readonly tags: boolean; readonly email: boolean };
  /** Key of the tag that names an owner. */
  readonly ownerTag: string;
  readonly roles: RoleSettings;
  readonly scheduleExpression: string;
}

/** Writes down every day which accounts the organization has and where a report is expected. */
export class AccountList extends Construct {
  constructor(scope: Construct, id: string, props: AccountListProps) {
    super(scope, id);
    const { function: accounts } = new InlineFunction(this, 'Accounts', {
      name: 'accounts',
      description: "Lists the organization's accounts once a day, before the collection",
      roles: props.roles,
      timeoutSeconds: accountsTimeoutSeconds,
      environment: {
        [accountsEnvironment.managementAccountId]: props.managementAccountId,
        [accountsEnvironment.targets]: props.targets.join(','),
        [accountsEnvironment.excludedAccounts]: props.excludedAccounts.join(','),
        [accountsEnvironment.includeTags]: String(props.accountDetails.tags),
        [accountsEnvironment.ownerTag]: props.ownerTag,
        [accountsEnvironment.includeEmail]: String(props.accountDetails.email),
      },
    });
    allow(accounts, {
      actions: ['organizations:ListAccounts', 'organizations:ListRoots'],
      resources: ['*'],
      wildcard: 'Organizations knows no resources for these two actions',
    });
    allow(accounts, {
      actions: ['iam:ListOrganizationsFeatures'],
      resources: ['*'],
      wildcard: 'IAM knows no resources for this action',
    });
    const { partition } = Stack.of(this);
    const inOrganization = (type: string) =>
      `arn:${partition}:organizations::${props.managementAccountId}:${type}/${props.organizationId}/*`;
    allow(accounts, {
      actions: ['organizations:DescribeOrganizationalUnit'],
      resources: [inOrganization('ou')],
      wildcard: 'every unit of this organization',
    });
    allow(accounts, {
      actions: ['organizations:ListParents'],
      resources: [inOrganization('account'), inOrganization('ou')],
      wildcard: 'every account and unit of this organization',
    });
    if (props.accountDetails.tags) {
      allow(accounts, {
        actions: ['organizations:ListTagsForResource'],
        resources: [inOrganization('account')],
        wildcard: 'every account of this organization',
      });
    }
    props.reports.grantListing(accounts);
    new DailySchedule(this, 'Daily', {
      function: accounts,
      kind: 'accounts-schedule',
      roles: props.roles,
      expression: props.scheduleExpression,
    });
  }
}
