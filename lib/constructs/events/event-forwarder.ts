import { CfnRule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { eventPattern } from '../../../lambda/event-notifier/contract';
import type { RoleSettings } from '../../config/settings';
import { ServiceRole } from '../../permissions/service-role';

export interface EventForwarderProps {
  /** The central bus. */
  readonly busArn: string;
  readonly roles: RoleSettings;
}

/** Hands an account's credential events to the central bus: a rule, and a role that may do nothing else. */
export class EventForwarder extends Construct {
  constructor(scope: Construct, id: string, { busArn, roles }: EventForwarderProps) {
    super(scope, id);
    const role = new ServiceRole(this, 'Role', {
      kind: 'event-forwarder',
      settings: roles,
      // Whether EventBridge names the rule when it assumes a role is not documented; a condition might drop every event.
      assumedBy: new ServicePrincipal('events.amazonaws.com'),
      description: 'Hands credential events to the central bus',
    });
    role.addToPolicy(new PolicyStatement({ actions: ['events:PutEvents'], resources: [busArn] }));
    new CfnRule(this, 'Rule', {
      description: 'New IAM users, passwords and keys, and what the root user does',
      eventPattern,
      targets: [{ id: 'central-bus', arn: busArn, roleArn: role.roleArn }],
    });
  }
}
