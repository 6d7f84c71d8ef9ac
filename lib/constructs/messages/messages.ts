import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Settings } from '../../config/settings';
import { NotificationChannels } from './notification-channels';
import type { QueryScope } from '../../permissions/query-permissions';
import { parseTimeOfDay, notifyDelayMinutes } from '../../config/timing';
import { CoverageAlarms } from './coverage-alarms';
import { dailyExpression } from '../function/daily-schedule';
import { Digest } from './digest';
import { HistoryAlarms } from './history-alarms';
import { EventNotifier } from '../events/event-notifier';
import { NotificationTopic } from './notification-topic';
import { RunbookAlarms } from './runbook-alarms';

export interface MessagesProps extends QueryScope {
  readonly settings: Settings;
  /** Runs of the history function that failed. */
  readonly historyErrors: IMetric;
}

/** What the data account notifies people of: whatever is off in the settings leaves nothing here. */
export class Messages extends Construct {
  /** Roles that ask Athena. */
  readonly askers: IRole[] = [];

  constructor(scope: Construct, id: string, props: MessagesProps) {
    super(scope, id);
    const { settings, bucketName, kmsKeyArn, lakeFormation } = props;
    const { notifications, digest, alarms, credentialEvents, roles } = settings;
    if (notifications === undefined) return;
    const { emails, slackWebhookSecretArn, organizationName: organization, links } = notifications;
    const topic = emails && new NotificationTopic(this, 'Mail', { emails }).topic;
    const channels = new NotificationChannels(topic?.topicArn, slackWebhookSecretArn, {
      ...(organization === undefined ? {} : { organization }),
      ...(links === undefined ? {} : { links }),
    });
    const scheduleExpression = dailyExpression(parseTimeOfDay(settings.collectAt) + notifyDelayMinutes);
    const runbookAlarms = new RunbookAlarms(this, 'Alarms', { channels, topic, roles, links });
    const common = { bucketName, kmsKeyArn, lakeFormation, roles, alarms: runbookAlarms, scheduleExpression };
    if (digest !== undefined) {
      const { role } = new Digest(this, 'Digest', {
        ...common,
        channels,
        ...digest,
      });
      this.askers.push(role);
    }
    if (alarms !== undefined) {
      const { role } = new CoverageAlarms(this, 'Coverage', {
        ...common,
        toleratedAccounts: alarms.toleratedAccounts,
      });
      this.askers.push(role);
      new HistoryAlarms(this, 'History', { alarms: runbookAlarms, errors: props.historyErrors });
    }
    if (credentialEvents !== undefined && credentialEvents !== 'remove') {
      this.askers.push(new EventNotifier(this, 'Events', { ...common, channels }).role);
    }
  }
}
