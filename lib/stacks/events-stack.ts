import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { eventStackSetName } from '../../lambda/event-notifier/contract';
import type { Settings } from '../config/settings';
import { credentialEventBusArn } from '../constructs/events/credential-event-bus';
import { EventForwarder } from '../constructs/events/event-forwarder';
import { MemberStackSet } from '../constructs/collection/member-stack-set';
import { OrganizationLookup } from '../constructs/collection/organization-lookup';
import { EventMemberStack } from './event-member-stack';
import { memberBody } from './member-template';
import { templateSynthesizer } from './template-synthesizer';

export interface EventsStackProps extends StackProps {
  readonly settings: Settings;
}

/**
 * `CredentialReportEvents`: a rule in every account of the organization, in the region where events of IAM arise. The
 * management account's own rule is here when it deploys: service-managed StackSets never reach it.
 */
export class EventsStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: EventsStackProps) {
    // Small and without assets, so that this region needs no bootstrap.
    super(scope, id, { ...props, synthesizer: templateSynthesizer() });
    const { organization, places, roles, deployFrom, excludedAccounts } = settings;
    const busArn = credentialEventBusArn(this.partition, places.data.account ?? this.account);
    if (deployFrom === 'management') new EventForwarder(this, 'Own', { busArn, roles });
    const lookup = { activateTrustedAccess: false, readRoot: true, roles };
    const targets =
      settings.targets.length > 0
        ? settings.targets
        : [organization?.rootId ?? new OrganizationLookup(this, 'Organization', lookup).rootId];
    new MemberStackSet(this, 'Members', {
      name: eventStackSetName,
      description: 'Hands the credential events of each account of the organization to the central bus',
      templateBody: memberBody(
        this,
        'EventMember',
        (app) => new EventMemberStack(app, 'CredentialReportEvents', settings),
      ),
      parameters: { BusArn: busArn },
      targets,
      excludedAccounts,
      deployFrom,
    });
  }
}
