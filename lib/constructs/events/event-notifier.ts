import { Duration, Stack } from 'aws-cdk-lib';
import { ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import {
  deadLettersMetric,
  longestWaitSeconds,
  notifierEnvironment,
  notifierEveryMinutes,
  notifierTimeoutSeconds,
  oldestEventMetric,
} from '../../../lambda/event-notifier/contract';
import { metricNamespace } from '../../../lambda/shared/metrics/contract';
import { historyPrefix } from '../../../lambda/report/history-key';
import { prefixes } from '../../../lambda/report/object-key';
import { allow } from '../../permissions/allow';
import type { RoleSettings } from '../../config/settings';
import { databaseName, resultsPrefix, workGroupName } from '../../config/names';
import type { NotificationChannels } from '../messages/notification-channels';
import { permissionsToQuery, type QueryScope } from '../../permissions/query-permissions';
import { anyDay } from '../../permissions/write-permissions';
import { runbook } from '../messages/runbook';
import { credentialEventQueues } from './credential-event-queue';
import { FrequentSchedule } from '../function/frequent-schedule';
import { InlineFunction } from '../function/inline-function';
import type { RunbookAlarms } from '../messages/runbook-alarms';

export interface EventNotifierProps extends QueryScope {
  readonly channels: NotificationChannels;
  readonly alarms: RunbookAlarms;
  readonly roles: RoleSettings;
}

/**
 * Notifies people of credential events. The queue is emptied every few minutes, so that a burst becomes one message: Lambda's
 * own reading of a queue would split it among several pollers, and could not read one of another region.
 */
export class EventNotifier extends Construct {
  /** Asks Athena. */
  readonly role: IRole;

  constructor(scope: Construct, id: string, props: EventNotifierProps) {
    super(scope, id);
    const { bucketName, roles, channels } = props;
    const { partition, account } = Stack.of(this);
    const queues = credentialEventQueues(partition, account);
    const { function: notifier, role } = new InlineFunction(this, 'Notifier', {
      name: 'event-notifier',
      description: 'Keeps credential events of the organization and notifies people of them',
      roles,
      timeoutSeconds: notifierTimeoutSeconds,
      environment: {
        [notifierEnvironment.bucket]: bucketName,
        [notifierEnvironment.bucketOwner]: account,
        [notifierEnvironment.workGroup]: workGroupName,
        [notifierEnvironment.database]: databaseName,
        [notifierEnvironment.queueUrl]: queues.events.url,
        [notifierEnvironment.deadLettersUrl]: queues.deadLetters.url,
      },
    });
    this.role = role;
    // No report: what the messages ask reads none.
    const history = historyPrefix(prefixes.accounts);
    const readable = [prefixes.events, prefixes.accounts, history, prefixes.exceptions, resultsPrefix];
    for (const permission of permissionsToQuery(this, props, readable)) allow(notifier, permission);
    allow(notifier, {
      actions: ['s3:PutObject'],
      resources: [`arn:${partition}:s3:::${bucketName}/${prefixes.events}/${anyDay}/*.json`],
      wildcard: 'one object for each event',
    });
    allow(notifier, {
      actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'],
      resources: [queues.events.arn],
    });
    allow(notifier, { actions: ['sqs:GetQueueAttributes'], resources: [queues.deadLetters.arn] });
    channels.grantSend(notifier);
    new FrequentSchedule(this, 'Schedule', {
      function: notifier,
      kind: 'event-notifier-schedule',
      roles,
      minutes: notifierEveryMinutes,
    });
    this.watch(notifier, props.alarms);
  }

  private watch(notifier: Function, alarms: RunbookAlarms): void {
    const period = Duration.minutes(15);
    alarms.whenAny(
      'NotDelivered',
      'Credential events did not reach everybody.',
      runbook.notifier,
      notifier.metricErrors({ period }),
    );
    alarms.whenNone(
      'NotRunning',
      'Nobody has looked for credential events for an hour.',
      runbook.notifier,
      notifier.metricInvocations({ period }),
      4,
    );
    const oldest = { namespace: metricNamespace, metricName: oldestEventMetric };
    alarms.add(
      'Waiting',
      `Credential events wait for more than ${longestWaitSeconds / 60} minutes.`,
      runbook.flood,
      {
        metric: new Metric({ ...oldest, statistic: 'Maximum', period }),
        threshold: longestWaitSeconds,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        evaluationPeriods: 1,
        // A notifier that does not run has an alarm of its own.
        treatMissingData: TreatMissingData.IGNORE,
      },
    );
    const deadLetters = { namespace: metricNamespace, metricName: deadLettersMetric };
    alarms.whenAny(
      'DeadLetters',
      'Credential events lie in the dead-letter queue.',
      runbook.deadLetters,
      new Metric({ ...deadLetters, statistic: 'Maximum', period }),
      // A notifier that does not run has an alarm of its own.
      TreatMissingData.IGNORE,
    );
  }
}
