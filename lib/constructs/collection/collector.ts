import { Stack } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import {
  collectorEnvironment,
  collectorTimeoutSeconds,
  type FactScope,
} from '../../../lambda/collector/contract';
import { allow } from '../../permissions/allow';
import type { RoleSettings, Settings } from '../../config/settings';
import type { ReportDestination } from '../../permissions/write-permissions';
import { DailySchedule } from '../function/daily-schedule';
import { InlineFunction } from '../function/inline-function';

export interface CollectorProps {
  readonly reports: ReportDestination;
  /** Role that reads this account's own name. */
  readonly accountNameRoleArn: string;
  /** What is read beside the report. */
  readonly userFacts: Settings['userFacts'];
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
      environment: {
        [collectorEnvironment.accountNameRole]: props.accountNameRoleArn,
        [collectorEnvironment.facts]: factsOf(props.userFacts),
      },
    });
    allow(collector, {
      actions: ['iam:GenerateCredentialReport', 'iam:GetCredentialReport'],
      resources: ['*'],
      wildcard: 'IAM knows no resources for these two actions',
    });
    if (props.userFacts.collect) this.allowFacts(collector);
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

  /** Reads, of IAM alone. */
  private allowFacts(collector: Function): void {
    allow(collector, {
      actions: [
        'iam:GetAccountAuthorizationDetails',
        'iam:GetAccountPasswordPolicy',
        'iam:GetAccountSummary',
        'iam:ListServiceSpecificCredentials',
        'iam:ListVirtualMFADevices',
      ],
      resources: ['*'],
      wildcard: 'IAM knows no resources for these actions, or names none where all users are asked for',
    });
    const { partition, account } = Stack.of(this);
    allow(collector, {
      actions: ['iam:ListAccessKeys'],
      resources: [`arn:${partition}:iam::${account}:user/*`],
      wildcard: 'every user of this account',
    });
  }
}

/** What the collector reads beside the report. */
function factsOf({ collect, tags }: Settings['userFacts']): FactScope {
  if (!collect) return 'none';
  return tags ? 'all' : 'without-tags';
}
