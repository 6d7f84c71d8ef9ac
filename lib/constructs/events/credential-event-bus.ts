import { Stack } from 'aws-cdk-lib';
import { CfnEventBusPolicy, type CfnRule, EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import {
  eventDetailTypes,
  eventPattern,
  eventsRegion,
  eventSources,
} from '../../../lambda/event-notifier/contract';
import type { RoleSettings } from '../../config/settings';
import { roleArns } from '../../permissions/roles';

/** Name of the central bus: every account must know it. */
const busName = 'credential-report-events';

/** ARN of the central bus in the data account. */
export function credentialEventBusArn(partition: string, dataAccountId: string): string {
  return `arn:${partition}:events:${eventsRegion}:${dataAccountId}:event-bus/${busName}`;
}

export interface CredentialEventBusProps {
  readonly organizationId: string;
  readonly roles: RoleSettings;
  /** Where the events go, in the bus's region. */
  readonly queue: Queue;
}

/**
 * The central bus. It takes the forwarders' events of this organization, from the sources meant and of the types meant.
 * Nobody can put an event in the name of a source `aws.…`, and EventBridge itself writes the account into it.
 */
export class CredentialEventBus extends Construct {
  constructor(scope: Construct, id: string, { organizationId, roles, queue }: CredentialEventBusProps) {
    super(scope, id);
    const { partition } = Stack.of(this);
    const bus = new EventBus(this, 'Bus', { eventBusName: busName });
    const policy = new CfnEventBusPolicy(this, 'Policy', {
      eventBusName: bus.eventBusName,
      statementId: 'ForwardersOfTheOrganization',
      statement: {
        Effect: 'Allow',
        Principal: '*',
        Action: 'events:PutEvents',
        Resource: bus.eventBusArn,
        Condition: {
          StringEquals: { 'aws:PrincipalOrgID': organizationId },
          ArnLike: { 'aws:PrincipalArn': roleArns(partition, '*', 'event-forwarder', roles) },
          'ForAllValues:StringEquals': {
            'events:source': [...eventSources],
            'events:detail-type': [...eventDetailTypes],
          },
          // For all values of none would hold too.
          Null: { 'events:source': 'false', 'events:detail-type': 'false' },
        },
      },
    });
    // cdk-nag reads this property of every such policy, and the library warns of each read: it is deprecated.
    Object.defineProperty(policy, 'principal', { value: undefined });
    const rule = new Rule(this, 'ToQueue', {
      eventBus: bus,
      description: 'Credential events of every account, for the notifier',
      eventPattern: { source: [...eventSources] },
      targets: [{ bind: () => ({ arn: queue.queueArn }) }],
    });
    // The whole pattern again: a member's own rule could hand over whatever the bus takes. The library knows no `$or`.
    (rule.node.defaultChild as CfnRule).eventPattern = eventPattern;
    // The library's own target would let EventBridge look the queue up too, which it does not.
    queue.addToResourcePolicy(
      new PolicyStatement({
        sid: 'TheRuleOfTheBus',
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': rule.ruleArn } },
      }),
    );
  }
}
