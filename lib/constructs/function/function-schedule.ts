import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule, CfnScheduleGroup, type CfnScheduleProps } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { RoleSettings } from '../../config/settings';
import type { RoleKind } from '../../permissions/roles';
import { ServiceRole } from '../../permissions/service-role';

/** Which function is started, in whose name. */
export interface ScheduledFunction {
  readonly function: Function;
  readonly kind: RoleKind & `${string}-schedule`;
  readonly roles: RoleSettings;
}

export interface FunctionScheduleProps extends ScheduledFunction {
  readonly schedule: Omit<CfnScheduleProps, 'groupName' | 'target'>;
  readonly target: Omit<CfnSchedule.TargetProperty, 'arn' | 'roleArn'>;
}

/** Starts a function, with a role that only this schedule becomes and that may do nothing else. */
export class FunctionSchedule extends Construct {
  constructor(scope: Construct, id: string, props: FunctionScheduleProps) {
    super(scope, id);
    const { functionArn } = props.function;
    // Without a name CloudFormation makes one; a group of its own pins the role's trust to this schedule.
    const group = new CfnScheduleGroup(this, 'Group');
    const role = new ServiceRole(this, 'Role', {
      kind: props.kind,
      settings: props.roles,
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': Stack.of(this).account },
          ArnEquals: { 'aws:SourceArn': group.attrArn },
        },
      }),
      description: 'Starts one function of the credential report collection',
    });
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }));
    const schedule = new CfnSchedule(this, 'Schedule', {
      ...props.schedule,
      groupName: group.ref,
      target: { ...props.target, arn: functionArn, roleArn: role.roleArn },
    });
    schedule.node.addDependency(role);
  }
}
