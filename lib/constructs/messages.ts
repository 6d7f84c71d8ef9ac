import { Construct } from 'constructs';
import { prefixes } from '../../lambda/report/object-key';
import type { Settings } from '../config/settings';
import { NotificationChannels } from '../notification-channels';
import type { QueryScope } from '../query-permissions';
import { parseTimeOfDay, tellingDelayMinutes } from '../timing';
import { CoverageAlarms } from './coverage-alarms';
import { dailyExpression } from './daily-schedule';
import { Digest } from './digest';
import { NotificationTopic } from './notification-topic';
import type { ReportBucket } from './report-bucket';
import { RunbookAlarms } from './runbook-alarms';

export interface MessagesProps extends QueryScope {
  readonly settings: Settings;
  readonly reports: ReportBucket;
}

/** What the data account tells people: whatever is off in the settings leaves nothing here. */
export class Messages extends Construct {
  constructor(scope: Construct, id: string, props: MessagesProps) {
    super(scope, id);
    const { settings, reports, bucketName, kmsKeyArn } = props;
    const { notifications, digest, alarms, credentialEvents, roles, retentionDays, places } = settings;
    if (notifications === undefined) return;
    const channels = NotificationChannels.of(this, settings, places.data);
    const { emails } = notifications;
    const topic = emails && new NotificationTopic(this, 'Mail', { emails }).topic;
    if (credentialEvents) reports.expire(prefixes.events, retentionDays);
    if (digest === undefined && alarms === undefined) return;

    const scheduleExpression = dailyExpression(parseTimeOfDay(settings.collectAt) + tellingDelayMinutes);
    const runbookAlarms = new RunbookAlarms(this, 'Alarms', { channels, topic, roles });
    const common = { bucketName, kmsKeyArn, roles, alarms: runbookAlarms, scheduleExpression };
    if (digest !== undefined) {
      reports.expire(prefixes.digests, retentionDays);
      new Digest(this, 'Digest', {
        ...common,
        channels,
        options: digest,
      });
    }
    if (alarms !== undefined) {
      new CoverageAlarms(this, 'Coverage', {
        ...common,
        toleratedAccounts: alarms.toleratedAccounts,
      });
    }
  }
}
