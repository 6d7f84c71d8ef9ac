import { CfnParameter, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../config/settings';
import { EventForwarder } from '../constructs/events/event-forwarder';
import { templateSynthesizer } from './template-synthesizer';

/** The template that the StackSet puts into every member account: a rule and its role. */
export class EventMemberStack extends Stack {
  constructor(scope: Construct, id: string, { roles }: Settings) {
    super(scope, id, {
      synthesizer: templateSynthesizer(),
      description: "Hands this account's credential events to the central bus",
    });
    const busArn = new CfnParameter(this, 'BusArn', { description: 'Central bus' }).valueAsString;
    new EventForwarder(this, 'Forwarder', { busArn, roles });
  }
}
