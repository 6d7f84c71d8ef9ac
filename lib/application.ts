import { type App, type Environment, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Place, Settings } from './config/settings';
import { eventsRegion } from '../lambda/event-notifier/contract';
import { DataStack } from './data-stack';
import { EventNotifierStack } from './event-notifier-stack';
import { EventsStack } from './events-stack';
import { ManagementEventsStack } from './management-events-stack';
import { ManagementStack } from './management-stack';
import { OrganizationStack } from './organization-stack';

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
  readonly notifier: EventNotifierStack;
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
  const events = settings.credentialEvents ? addEventStacks(app, settings) : undefined;
  if (places.data.account === places.organization.account) events?.rules.addStackDependency(events.notifier);
  events?.rules.addStackDependency(organization); // which activates trusted access for StackSets
  for (const stack of [data, organization, management, events?.notifier, events?.rules, events?.management]) {
    if (stack === undefined) continue;
    for (const [key, value] of Object.entries(tags)) Tags.of(stack).add(key, value);
  }
  return { data, organization, management, events };
}

function addEventStacks(app: App, settings: Settings): EventStacks {
  const { data, organization, management } = settings.places;
  const env = ({ account }: Place) => environment({ account, region: eventsRegion });
  return {
    notifier: new EventNotifierStack(app, 'CredentialReportNotifier', { settings, env: env(data) }),
    rules: new EventsStack(app, 'CredentialReportEvents', { settings, env: env(organization) }),
    management:
      management &&
      new ManagementEventsStack(app, 'CredentialReportManagementEvents', { settings, env: env(management) }),
  };
}

/** What is undefined is that of the command line's profile. */
function environment({ account, region }: Place): Environment {
  return { ...(account === undefined ? {} : { account }), ...(region === undefined ? {} : { region }) };
}
