import { Lazy } from 'aws-cdk-lib';
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { runbookText, type MessageLinks } from '../../../lambda/shared/messages/contract';
import type { RoleSettings } from '../../config/settings';
import type { NotificationChannels } from './notification-channels';
import type { RunbookHeading } from './runbook';
import { InlineFunction } from '../function/inline-function';

export interface RunbookAlarmsProps {
  readonly channels: NotificationChannels;
  /** The topic of the mails, which needs no function; undefined without mail. */
  readonly topic: ITopic | undefined;
  readonly roles: RoleSettings;
  /** @default the runbook of this repository */
  readonly links: MessageLinks | undefined;
}

/**
 * Makes alarms whose description says what to do, and notifies people of them. The topic and the function take these alarms
 * and no other: the ARN of an alarm holds its account, so that it needs no condition of its own.
 */
export class RunbookAlarms extends Construct {
  private readonly notifier: Function | undefined;
  private readonly alarmArns: string[] = [];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: RunbookAlarmsProps,
  ) {
    super(scope, id);
    const { channels, topic, roles } = props;
    topic?.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfTheStack',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { ArnEquals: { 'aws:SourceArn': Lazy.list({ produce: () => this.alarmArns }) } },
      }),
    );
    if (channels.slackSecretArn === undefined) return;
    this.notifier = new InlineFunction(this, 'Notifier', {
      name: 'alarm-notifier',
      description: 'Notifies Slack of alarms of the credential report collection',
      roles,
      timeoutSeconds: 300,
    }).function;
    channels.grantSlack(this.notifier);
  }

  /** Tells one or more of something. @param treatMissingData what no measurement says. @default that there is none */
  whenAny(
    id: string,
    meaning: string,
    heading: RunbookHeading,
    metric: IMetric,
    treatMissingData = TreatMissingData.NOT_BREACHING,
  ): void {
    const comparisonOperator = ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
    const condition = { threshold: 1, comparisonOperator, evaluationPeriods: 1, treatMissingData };
    this.add(id, meaning, heading, { ...condition, metric });
  }

  /** Tells that for so many of the metric's periods there was none of something, or no measurement. */
  whenNone(
    id: string,
    meaning: string,
    heading: RunbookHeading,
    metric: IMetric,
    evaluationPeriods: number,
  ): void {
    const comparisonOperator = ComparisonOperator.LESS_THAN_THRESHOLD;
    const treatMissingData = TreatMissingData.BREACHING;
    this.add(id, meaning, heading, {
      metric,
      threshold: 1,
      comparisonOperator,
      evaluationPeriods,
      treatMissingData,
    });
  }

  /** @param meaning a sentence of what has happened, in front of the runbook's heading */
  add(id: string, meaning: string, heading: RunbookHeading, props: AlarmProps): void {
    const alarm = new Alarm(this, id, {
      ...props,
      alarmDescription: `${meaning} What to do: ${runbookText(this.props.links ?? {}, heading)}.`,
    });
    this.alarmArns.push(alarm.alarmArn);
    if (this.props.topic !== undefined) alarm.addAlarmAction(new SnsAction(this.props.topic));
    const { notifier } = this;
    if (notifier === undefined) return;
    notifier.addPermission(id, {
      principal: new ServicePrincipal('lambda.alarms.cloudwatch.amazonaws.com'),
      sourceArn: alarm.alarmArn,
    });
    alarm.addAlarmAction({ bind: () => ({ alarmActionArn: notifier.functionArn }) });
  }
}
