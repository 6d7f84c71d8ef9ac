import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../config/settings';
import { credentialEventBusArn } from '../constructs/events/credential-event-bus';
import { EventForwarder } from '../constructs/events/event-forwarder';
import { templateSynthesizer } from './template-synthesizer';

export interface ManagementEventsStackProps extends StackProps {
  readonly settings: Settings;
}

/** `CredentialReportManagementEvents`: the management account's own rule when a delegated administrator deploys the rest. */
export class ManagementEventsStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: ManagementEventsStackProps) {
    super(scope, id, { ...props, synthesizer: templateSynthesizer() });
    const { places, roles } = settings;
    const dataAccountId = places.data.account ?? places.organization.account ?? this.account;
    new EventForwarder(this, 'Own', { busArn: credentialEventBusArn(this.partition, dataAccountId), roles });
  }
}
