import { type App, type Environment, Stack, Validations } from 'aws-cdk-lib';
import { eventsRegion, eventStackNames as names } from '../../lambda/event-notifier/contract';
import type { Place } from '../config/place';
import type { Settings } from '../config/settings';
import { environment } from './environment';
import { EventBusStack } from './event-bus-stack';
import { EventsStack } from './events-stack';
import { ManagementEventsStack } from './management-events-stack';
import { templateSynthesizer } from './template-synthesizer';

/** The stacks in the region where events of IAM arise. */
export interface EventStacks {
  readonly bus: EventBusStack;
  readonly rules: EventsStack;
  /** Only when a delegated administrator deploys. */
  readonly management: ManagementEventsStack | undefined;
}

/** The stacks of the other regions. */
interface OtherStacks {
  readonly data: Stack;
  readonly organization: Stack;
}

/** Puts the stacks of credential events into the application, or what deletes them. */
export function addEventStacks(app: App, settings: Settings, others: OtherStacks): EventStacks | undefined {
  const { credentialEvents } = settings;
  if (credentialEvents === 'remove') addEmptied(app, settings, others);
  if (credentialEvents === undefined || credentialEvents === 'remove') return undefined;
  const env = environments(settings);
  const bus = new EventBusStack(app, names.bus, { settings, env: env.bus });
  const rules = new EventsStack(app, names.rules, { settings, env: env.rules });
  others.data.addStackDependency(bus); // whose queue the notifier empties from its first minute on
  rules.addStackDependency(others.organization); // which activates trusted access for StackSets
  if (inOneAccount(settings)) rules.addStackDependency(bus);
  const management =
    env.management && new ManagementEventsStack(app, names.management, { settings, env: env.management });
  return { bus, rules, management };
}

/** `cdk deploy` deletes a deployed stack in whose template nothing is left, and passes over one that never was. */
function addEmptied(app: App, settings: Settings, { data }: OtherStacks): void {
  const env = environments(settings);
  const rules = emptied(app, names.rules, env.rules);
  const bus = emptied(app, names.bus, env.bus);
  bus.addStackDependency(data); // whose notifier empties the queue to its last minute
  if (inOneAccount(settings)) bus.addStackDependency(rules);
  if (env.management !== undefined) emptied(app, names.management, env.management);
}

function emptied(app: App, name: string, env: Environment): Stack {
  // The library's analytics would be a resource.
  const synthesizer = templateSynthesizer();
  const stack = new Stack(app, name, { env, synthesizer, analyticsReporting: false });
  Validations.of(stack).acknowledge({
    id: 'CloudFormation-Validate::F0001',
    reason: 'It is there to be deleted, and never reaches CloudFormation.',
  });
  return stack;
}

/** Each stack's account, in the region where events of IAM arise. */
function environments({ places: { data, organization, management } }: Settings) {
  const env = ({ account }: Place) => environment({ account, region: eventsRegion });
  return { bus: env(data), rules: env(organization), management: management && env(management) };
}

/** Elsewhere each account has a deployment of its own, and `docs/deploy.md` says in which order. */
function inOneAccount({ places }: Settings): boolean {
  return places.data.account === places.organization.account;
}
