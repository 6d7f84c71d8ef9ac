import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../config/settings';
import { CredentialEventBus } from '../constructs/events/credential-event-bus';
import { CredentialEventQueue } from '../constructs/events/credential-event-queue';
import { organizationId } from '../constructs/collection/organization-lookup';
import { templateSynthesizer } from './template-synthesizer';

export interface EventBusStackProps extends StackProps {
  readonly settings: Settings;
}

/** `CredentialReportEventBus`: receives credential events in the data account, in the region where they arise. */
export class EventBusStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: EventBusStackProps) {
    // Small and without assets, so that this region needs no bootstrap.
    super(scope, id, { ...props, synthesizer: templateSynthesizer() });
    const { queue } = new CredentialEventQueue(this, 'Queue');
    new CredentialEventBus(this, 'Events', {
      organizationId: organizationId(this, settings).id,
      roles: settings.roles,
      queue,
    });
  }
}
