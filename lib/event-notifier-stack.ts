import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from './config/settings';
import { CredentialEventBus } from './constructs/credential-event-bus';
import { EventNotifier } from './constructs/event-notifier';
import { OrganizationLookup } from './constructs/organization-lookup';
import { RunbookAlarms } from './constructs/runbook-alarms';
import { NotificationChannels } from './notification-channels';
import { reportBucketName } from './report-destination';

export interface EventNotifierStackProps extends StackProps {
  readonly settings: Settings;
}

/** `CredentialReportNotifier`: receives credential events in the data account, in the region where they arise. */
export class EventNotifierStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: EventNotifierStackProps) {
    super(scope, id, props);
    const { organization, places, kmsKeyArn, roles } = settings;
    const bucketRegion = places.data.region ?? this.region;
    const channels = NotificationChannels.of(this, settings, places.data);
    const { queue } = new EventNotifier(this, 'Notifier', {
      bucketName: reportBucketName(places.data.account ?? this.account, bucketRegion),
      bucketRegion,
      kmsKeyArn,
      channels,
      alarms: new RunbookAlarms(this, 'Alarms', { channels, topic: undefined, roles }),
      roles,
    });
    const lookup = { activateTrustedAccess: false, readRoot: false, roles };
    new CredentialEventBus(this, 'Events', {
      organizationId: organization?.id ?? new OrganizationLookup(this, 'Organization', lookup).organizationId,
      roles,
      queue,
    });
  }
}
