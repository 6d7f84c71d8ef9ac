import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule, CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { RoleSettings } from '../config/settings';
import type { RoleKind } from '../roles';
import { maxRetryAgeSeconds, maxScheduleAgeSeconds } from '../timing';
import { ServiceRole } from './service-role';

export interface DailyScheduleProps {
  readonly function: Function;
  readonly kind: RoleKind & `${string}-schedule`;
  readonly roles: RoleSettings;
  /** `cron(…)`, in UTC. */
  readonly expression: string;
  /** Minutes over which Scheduler spreads the start; Scheduler allows 1 to 1440. @default no window */
  readonly spreadMinutes?: number;
}

/**
 * Starts a function once a day and tells it the time that it was scheduled for. What is late stays in its day: Scheduler
 * and Lambda give up before midnight, see `timing.ts`.
 */
export class DailySchedule extends Construct {
  constructor(scope: Construct, id: string, props: DailyScheduleProps) {
    super(scope, id);
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
      description: 'Starts one function of the credential report collection once a day',
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [props.function.functionArn] }),
    );
    const schedule = new CfnSchedule(this, 'Schedule', {
      groupName: group.ref,
      scheduleExpression: props.expression,
      scheduleExpressionTimezone: 'UTC',
      flexibleTimeWindow:
        props.spreadMinutes === undefined
          ? { mode: 'OFF' }
          : { mode: 'FLEXIBLE', maximumWindowInMinutes: props.spreadMinutes },
      target: {
        arn: props.function.functionArn,
        roleArn: role.roleArn,
        // Scheduler replaces the placeholder by the time that the run was scheduled for.
        input: JSON.stringify({ scheduled_at: '<aws.scheduler.scheduled-time>' }),
        retryPolicy: { maximumEventAgeInSeconds: maxScheduleAgeSeconds, maximumRetryAttempts: 10 },
      },
    });
    schedule.node.addDependency(role);
    props.function.configureAsyncInvoke({
      maxEventAge: Duration.seconds(maxRetryAgeSeconds),
      retryAttempts: 2, // the most that Lambda makes
    });
  }
}

/** The daily cron expression of so many minutes after midnight UTC. */
export function dailyExpression(minutes: number): string {
  return `cron(${minutes % 60} ${Math.floor(minutes / 60)} * * ? *)`;
}
