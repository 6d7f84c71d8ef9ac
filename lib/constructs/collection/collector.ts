import { Construct } from 'constructs';
import { collectorEnvironment, collectorTimeoutSeconds } from '../../../lambda/collector/contract';
import { allow } from '../../permissions/allow';
import type { RoleSettings } from '../../config/settings';
import type { ReportDestination } from '../storage/report-destination';
import { DailySchedule } from '../function/daily-schedule';
import { InlineFunction } from '../function/inline-function';

export interface CollectorProps {
  readonly reports: ReportDestination;
  /** Role that reads this account's own name. */
  readonly accountNameRoleArn: string;
  readonly roles: RoleSettings;
  readonly scheduleExpression: string;
  readonly spreadMinutes: number;
}

/** Hands in the credential report of the account it stands in, once a day. */
export class Collector extends Construct {
  constructor(scope: Construct, id: string, props: CollectorProps) {
    super(scope, id);
    const { function: collector } = new InlineFunction(this, 'Collector', {
      name: 'collector',
      description: "Hands in this account's IAM credential report once a day",
      roles: props.roles,
      timeoutSeconds: collectorTimeoutSeconds,
      environment: { [collectorEnvironment.accountNameRole]: props.accountNameRoleArn },
    });
    allow(collector, {
      actions: ['iam:GenerateCredentialReport', 'iam:GetCredentialReport'],
      resources: ['*'],
      wildcard: 'IAM knows no resources for these two actions',
    });
    allow(collector, {
      actions: ['sts:AssumeRole', 'sts:TagSession'],
      resources: [props.accountNameRoleArn],
    });
    props.reports.grantSubmit(collector);
    new DailySchedule(this, 'Daily', {
      function: collector,
      kind: 'collector-schedule',
      roles: props.roles,
      expression: props.scheduleExpression,
      spreadMinutes: props.spreadMinutes,
    });
  }
}
