import { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { allow } from '../../permissions/allow';
import type { RoleSettings } from '../../config/settings';
import { permissionsToQuery, type QueryScope, workGroupArn } from '../../permissions/query-permissions';

export interface AnalystPolicyProps extends QueryScope {
  readonly roles: RoleSettings;
}

/** For people: ask this workgroup, read this bucket, nothing else. */
export class AnalystPolicy extends Construct {
  readonly policyArn: string;

  constructor(scope: Construct, id: string, props: AnalystPolicyProps) {
    super(scope, id);
    const policy = new ManagedPolicy(this, 'Policy', {
      path: `${props.roles.rolePathPrefix}credential-report/analyst/`,
      description: 'Asks the credential reports of the organization through Athena, nothing else',
    });
    for (const permission of permissionsToQuery(this, props)) allow(policy, permission);
    allow(policy, {
      actions: ['athena:GetWorkGroup', 'athena:ListNamedQueries', 'athena:GetNamedQuery'],
      resources: [workGroupArn(this)],
    });
    this.policyArn = policy.managedPolicyArn;
  }
}
