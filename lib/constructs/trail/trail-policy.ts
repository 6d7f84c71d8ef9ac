import { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { RoleSettings, TrailSettings } from '../../config/settings';
import { allow } from '../../permissions/allow';
import { permissionsToAskTrail } from '../../permissions/trail-permissions';

export interface TrailPolicyProps {
  readonly trail: TrailSettings;
  readonly roles: RoleSettings;
}

/** For people: ask this workgroup, read this trail, nothing else. */
export class TrailPolicy extends Construct {
  readonly policyArn: string;

  constructor(scope: Construct, id: string, { trail, roles }: TrailPolicyProps) {
    super(scope, id);
    const policy = new ManagedPolicy(this, 'Policy', {
      path: `${roles.rolePathPrefix}credential-report/trail-analyst/`,
      description: 'Asks through Athena what credentials did, by the events of a trail, nothing else',
    });
    for (const permission of permissionsToAskTrail(this, trail)) allow(policy, permission);
    this.policyArn = policy.managedPolicyArn;
  }
}
