import { type App, type Environment, Stack, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Place, Settings } from './config/settings';
import { eventsRegion } from '../lambda/event-notifier/contract';
import { DataStack } from './data-stack';
import { EventBusStack } from './event-bus-stack';
import { EventsStack } from './events-stack';
import { ManagementEventsStack } from './management-events-stack';
import { ManagementStack } from './management-stack';
import { OrganizationStack } from './organization-stack';
import { templateSynthesizer } from './template-synthesizer';

/** The stacks of one installation. */
export interface Stacks {
  readonly data: DataStack;
  readonly organization: OrganizationStack;
  /** Only when a delegated administrator deploys. */
  readonly management: ManagementStack | undefined;
  /** Only when credential events are told. */
  readonly events: EventStacks | undefined;
}

/** The stacks in the region where events of IAM arise. */
export interface EventStacks {
  readonly bus: EventBusStack;
  readonly rules: EventsStack;
  /** Only when a delegated administrator deploys. */
  readonly management: ManagementEventsStack | undefined;
}

/**
 * Puts the stacks that the settings ask for into the application, with the checks that each must pass.
 * @param exceptions text of the reviewed list of accepted findings
 */
export function addStacks(app: App, settings: Settings, exceptions: string): Stacks {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const { places, tags } = settings;
  const data = new DataStack(app, 'CredentialReportData', {
    settings,
    exceptions,
    env: environment(places.data),
  });
  const organization = new OrganizationStack(app, 'CredentialReportOrganization', {
    settings,
    env: environment(places.organization),
  });
  // Elsewhere each account has a deployment of its own, and README says in which order.
  if (places.data.account === places.organization.account) organization.addStackDependency(data);
  const management =
    places.management &&
    new ManagementStack(app, 'CredentialReportManagement', { settings, env: environment(places.management) });
  const events = settings.credentialEvents === 'on' ? addEventStacks(app, settings) : undefined;
  if (events !== undefined) {
    data.addStackDependency(events.bus); // whose queue the notifier empties from its first minute on
    if (places.data.account === places.organization.account) events.rules.addStackDependency(events.bus);
    events.rules.addStackDependency(organization); // which activates trusted access for StackSets
  }
  if (settings.credentialEvents === 'removed') addEmptiedEventStacks(app, settings);
  for (const stack of [data, organization, management, events?.bus, events?.rules, events?.management]) {
    if (stack === undefined) continue;
    for (const [key, value] of Object.entries(tags)) Tags.of(stack).add(key, value);
  }
  return { data, organization, management, events };
}

const eventStackNames = {
  bus: 'CredentialReportEventBus',
  rules: 'CredentialReportEvents',
  management: 'CredentialReportManagementEvents',
} as const;

/** Each stack's account, in the region where events of IAM arise. */
function eventPlaces({ data, organization, management }: Settings['places']) {
  const env = ({ account }: Place) => environment({ account, region: eventsRegion });
  return { bus: env(data), rules: env(organization), management: management && env(management) };
}

function addEventStacks(app: App, settings: Settings): EventStacks {
  const { bus, rules, management } = eventPlaces(settings.places);
  return {
    bus: new EventBusStack(app, eventStackNames.bus, { settings, env: bus }),
    rules: new EventsStack(app, eventStackNames.rules, { settings, env: rules }),
    management:
      management && new ManagementEventsStack(app, eventStackNames.management, { settings, env: management }),
  };
}

/** `cdk deploy` deletes a deployed stack in whose template nothing is left, and passes over one that never was. */
function addEmptiedEventStacks(app: App, { places }: Settings): void {
  const { bus, rules, management } = eventPlaces(places);
  const empty = (name: string, env: Environment) => {
    // The library's analytics would be a resource.
    const stack = new Stack(app, name, {
      env,
      synthesizer: templateSynthesizer(),
      analyticsReporting: false,
    });
    Validations.of(stack).acknowledge({
      id: 'CloudFormation-Validate::F0001',
      reason: 'It is there to be deleted, and never reaches CloudFormation.',
    });
  };
  empty(eventStackNames.bus, bus);
  empty(eventStackNames.rules, rules);
  if (management !== undefined) empty(eventStackNames.management, management);
}

/** What is undefined is that of the command line's profile. */
function environment({ account, region }: Place): Environment {
  return { ...(account === undefined ? {} : { account }), ...(region === undefined ? {} : { region }) };
}
