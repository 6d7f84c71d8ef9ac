import { type App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Lists } from '../config/lists';
import type { Settings } from '../config/settings';
import { DataStack } from './data-stack';
import { environment } from './environment';
import { addEventStacks, type EventStacks } from './add-event-stacks';
import { ManagementStack } from './management-stack';
import { OrganizationStack } from './organization-stack';
import { TrailStack } from './trail-stack';
import { StorageStack } from './storage-stack';

/** The stacks of one installation. */
export interface Stacks {
  readonly storage: StorageStack;
  readonly data: DataStack;
  readonly organization: OrganizationStack;
  /** Only when a delegated administrator deploys. */
  readonly management: ManagementStack | undefined;
  /** Only when credential events are reported. */
  readonly events: EventStacks | undefined;
  /** Only when a trail can be asked. */
  readonly trail: TrailStack | undefined;
}

/** Puts the stacks that the settings ask for into the application, with the checks that each must pass. */
export function addStacks(app: App, settings: Settings, lists: Lists): Stacks {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const { places, tags } = settings;
  const storage = new StorageStack(app, 'CredentialReportStorage', {
    settings,
    env: environment(places.data),
  });
  const data = new DataStack(app, 'CredentialReportData', {
    settings,
    lists,
    env: environment(places.data),
  });
  data.addStackDependency(storage); // nothing is written before the bucket is whole
  const organization = new OrganizationStack(app, 'CredentialReportOrganization', {
    settings,
    env: environment(places.organization),
  });
  // Elsewhere each account has a deployment of its own, and `docs/deploy.md` says in which order.
  if (places.data.account === places.organization.account) organization.addStackDependency(data);
  const management =
    places.management &&
    new ManagementStack(app, 'CredentialReportManagement', { settings, env: environment(places.management) });
  const events = addEventStacks(app, settings, { data, organization });
  const { trail, roles } = settings;
  const trailStack =
    trail && new TrailStack(app, 'CredentialReportTrail', { trail, roles, env: environment(trail) });
  for (const stack of [
    storage,
    data,
    organization,
    management,
    events?.bus,
    events?.rules,
    events?.management,
    trailStack,
  ]) {
    if (stack === undefined) continue;
    for (const [key, value] of Object.entries(tags)) {
      Tags.of(stack).add(key, value); // every resource in it
      stack.addStackTag(key, value);
    }
  }
  return { storage, data, organization, management, events, trail: trailStack };
}
