import { Stack } from 'aws-cdk-lib';
import { AnyPrincipal, PolicyStatement, SessionTagsPrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { accountNameSessionTag } from '../../../lambda/collector/contract';
import type { RoleSettings } from '../../config/settings';
import { accountNameRoleName, roleArns } from '../../permissions/roles';
import { ServiceRole } from '../../permissions/service-role';

export interface AccountNameRoleProps {
  readonly organizationId: string;
  readonly managementAccountId: string;
  readonly roles: RoleSettings;
}

/**
 * Shows each account its own name in Organizations and no other. The collector tags its session with its account's id;
 * the trust holds the tag against the caller's real account, the policy describes the account that the tag names.
 */
export class AccountNameRole extends Construct {
  readonly roleArn: string;

  constructor(scope: Construct, id: string, props: AccountNameRoleProps) {
    super(scope, id);
    const { partition, region } = Stack.of(this);
    const collectors = new AnyPrincipal().withConditions({
      StringEquals: {
        'aws:PrincipalOrgID': props.organizationId,
        [`aws:RequestTag/${accountNameSessionTag}`]: '${aws:PrincipalAccount}',
      },
      ArnLike: { 'aws:PrincipalArn': roleArns(partition, '*', 'collector', props.roles) },
    });
    const role = new ServiceRole(this, 'Role', {
      kind: 'account-name',
      settings: props.roles,
      assumedBy: new SessionTagsPrincipal(collectors),
      description: 'Shows each account of the organization its own name and no other',
      roleName: accountNameRoleName(region),
    });
    const ownAccount = `\${aws:PrincipalTag/${accountNameSessionTag}}`;
    role.addToPolicy(
      new PolicyStatement({
        actions: ['organizations:DescribeAccount'],
        resources: [
          `arn:${partition}:organizations::${props.managementAccountId}:account/${props.organizationId}/${ownAccount}`,
        ],
      }),
    );
    this.roleArn = role.roleArn;
  }
}
