import { Duration, Stack } from 'aws-cdk-lib';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule, CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import {
  notifierEnvironment,
  notifierEveryMinutes,
  notifierTimeoutSeconds,
} from '../../lambda/event-notifier/contract';
import { prefixes } from '../../lambda/report/object-key';
import { allow } from '../allow';
import type { RoleSettings } from '../config/settings';
import type { NotificationChannels } from '../notification-channels';
import { anyDay } from '../report-destination';
import { runbook } from '../runbook';
import { InlineFunction } from './inline-function';
import type { RunbookAlarms } from './runbook-alarms';
import { ServiceRole } from './service-role';

export interface EventNotifierProps {
  readonly bucketName: string;
  readonly bucketRegion: string;
  readonly kmsKeyArn: string | undefined;
  readonly channels: NotificationChannels;
  readonly alarms: RunbookAlarms;
  readonly roles: RoleSettings;
}

/** An event that could not be told three times goes to the dead letters. */
const attempts = 3;

/**
 * Tells credential events to people. The queue is emptied every few minutes, so that a burst becomes one message: Lambda's
 * own reading of a queue would split it among several pollers.
 */
export class EventNotifier extends Construct {
  readonly queue: Queue;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EventNotifierProps,
  ) {
    super(scope, id);
    const queue = (name: string, more: object) =>
      new Queue(this, name, { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, ...more });
    const deadLetters = queue('DeadLetters', { retentionPeriod: Duration.days(14) }); // the longest of SQS
    this.queue = queue('Events', {
      retentionPeriod: Duration.days(4),
      // Longer than a run, so that the next one does not take what this one works on.
      visibilityTimeout: Duration.seconds(notifierTimeoutSeconds + 60),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: attempts },
    });
    const notifier = this.function();
    this.schedule(notifier.functionArn);
    notifier.configureAsyncInvoke({ maxEventAge: Duration.minutes(notifierEveryMinutes), retryAttempts: 0 });
    const one = { threshold: 1, comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD };
    const period = Duration.minutes(15);
    props.alarms.add('NotTold', 'Credential events did not reach everybody.', runbook.notifier, {
      ...one,
      metric: notifier.metricErrors({ period }),
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    props.alarms.add('NotRunning', 'Nobody has looked for credential events for an hour.', runbook.notifier, {
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      metric: notifier.metricInvocations({ period }),
      evaluationPeriods: 4,
      treatMissingData: TreatMissingData.BREACHING,
    });
    props.alarms.add('DeadLetters', 'Credential events lie in the dead-letter queue.', runbook.deadLetters, {
      ...one,
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period }),
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  private function() {
    const { bucketName, bucketRegion, kmsKeyArn, channels, roles } = this.props;
    const { partition, account } = Stack.of(this);
    const { function: notifier } = new InlineFunction(this, 'Notifier', {
      name: 'event-notifier',
      description: 'Keeps credential events of the organization and tells them to people',
      roles,
      timeoutSeconds: notifierTimeoutSeconds,
      environment: {
        [notifierEnvironment.bucket]: bucketName,
        [notifierEnvironment.bucketOwner]: account,
        [notifierEnvironment.bucketRegion]: bucketRegion,
        [notifierEnvironment.queueUrl]: this.queue.queueUrl,
      },
    });
    const bucketArn = `arn:${partition}:s3:::${bucketName}`;
    allow(notifier, {
      actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'],
      resources: [this.queue.queueArn],
    });
    allow(notifier, {
      actions: ['s3:PutObject'],
      resources: [`${bucketArn}/${prefixes.events}/${anyDay}/*.json`],
      wildcard: 'one object for each event',
    });
    allow(notifier, {
      actions: ['s3:GetObject'],
      resources: [
        `${bucketArn}/${prefixes.accounts}/${anyDay}/accounts.jsonl`,
        `${bucketArn}/${prefixes.exceptions}/exceptions.csv`,
      ],
      wildcard: 'the list of accounts of any day, question marks for the day',
    });
    allow(notifier, {
      actions: ['s3:ListBucket'],
      resources: [bucketArn],
      conditions: { StringEquals: { 's3:prefix': `${prefixes.accounts}/` } },
    });
    if (kmsKeyArn !== undefined) {
      allow(notifier, { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [kmsKeyArn] });
    }
    channels.grantSend(notifier);
    return notifier;
  }

  private schedule(functionArn: string): void {
    const group = new CfnScheduleGroup(this, 'Group');
    const role = new ServiceRole(this, 'ScheduleRole', {
      kind: 'event-notifier-schedule',
      settings: this.props.roles,
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': Stack.of(this).account },
          ArnEquals: { 'aws:SourceArn': group.attrArn },
        },
      }),
      description: 'Starts the notifier of credential events',
    });
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }));
    new CfnSchedule(this, 'Schedule', {
      groupName: group.ref,
      scheduleExpression: `rate(${notifierEveryMinutes} minutes)`,
      flexibleTimeWindow: { mode: 'OFF' },
      // What is late needs no second try: the next run takes everything.
      target: {
        arn: functionArn,
        roleArn: role.roleArn,
        retryPolicy: { maximumEventAgeInSeconds: 60, maximumRetryAttempts: 0 },
      },
    }).node.addDependency(role);
  }
}
