import { actionsOfService, dayOfActionList } from './action-list';
import { eventTables, type Difference } from './event-tables';

/** What an event of CloudTrail asked IAM for. */
export type EventActions =
  | { readonly kind: 'known'; readonly actions: readonly string[]; readonly anyResource: boolean }
  | { readonly kind: 'no_permission'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * The actions that an event needed, all of them, or that they are not known: nothing is guessed. `source` and `name`
 * are those of the event, `lambda.amazonaws.com` and `CreateFunction20150331`.
 */
export async function actionsOfEvent(source: string, name: string): Promise<EventActions> {
  const { noPermission, differences } = eventTables();
  const names = [name, withoutDate(name)].filter((each, at, all) => all.indexOf(each) === at);
  for (const each of names) {
    const free = noPermission.get(`${source} ${each}`) ?? noPermission.get(`${source} *`);
    if (free !== undefined) return { kind: 'no_permission', reason: free };
    const difference = differences.get(`${source} ${each}`);
    if (difference !== undefined) return ofDifference(difference);
    const found = await sameName(source, each);
    if (found.length > 1) return { kind: 'unknown', reason: `it may be ${found.join(' or ')}` };
    if (found.length === 1) return { kind: 'known', actions: found, anyResource: false };
  }
  return { kind: 'unknown', reason: await notListed(source) };
}

/** `CreateFunction20150331v2` and `CreateDistribution2020_05_31`. */
function withoutDate(name: string): string {
  return name.replace(/20\d\d_?[01]\d_?[0-3]\d(?:_?v\d+)?$/, '');
}

function ofDifference({ actions, anyResource, reason }: Difference): EventActions {
  return actions.length === 0 ? { kind: 'unknown', reason } : { kind: 'known', actions, anyResource };
}

async function sameName(source: string, name: string): Promise<readonly string[]> {
  const found = servicesOf(source).map(async (prefix) => {
    const action = (await actionsOfService(prefix)).get(name.toLowerCase());
    return action === undefined ? [] : [`${prefix}:${action}`];
  });
  return (await Promise.all(found)).flat();
}

/** Prefixes of the actions of an event source: as the table says, else what stands before `.amazonaws.com`. */
function servicesOf(source: string): readonly string[] {
  const prefix = /^([a-z0-9-]+)\.amazonaws\.com$/.exec(source)?.[1];
  return eventTables().services.get(source) ?? (prefix === undefined ? [] : [prefix]);
}

async function notListed(source: string): Promise<string> {
  const services = servicesOf(source);
  const lists = await Promise.all(services.map((prefix) => actionsOfService(prefix)));
  const known = services.filter((_prefix, at) => (lists[at]?.size ?? 0) > 0);
  const list = `the list of actions of ${await dayOfActionList()}`;
  return known.length === 0
    ? `${list} has no service of this source`
    : `${list} has no such name of ${known.join(' or ')}`;
}
