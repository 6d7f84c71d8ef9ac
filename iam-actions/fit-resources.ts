import { resourcesOfAction, resourceTypesOf, type ActionResource, type ResourceType } from './action-list';
import { arnsBelow, kindsOfArn } from './arn-pattern';

/** What a statement allows an action on, sorted; why it is everything where the action could be held to less. */
export interface FittingResources {
  readonly resources: readonly string[];
  readonly reason?: string;
}

const everything = (reason: string): FittingResources => ({ resources: ['*'], reason });

/**
 * The resources of an action among the ARNs that its calls name. Whatever leaves open what a call was on makes it `*`:
 * a policy must allow what was done.
 */
export async function fitResources(action: string, arns: readonly string[]): Promise<FittingResources> {
  const [prefix = '', name = ''] = action.split(':');
  const wanted = await resourcesOfAction(prefix, name);
  if (wanted.length === 0) return { resources: ['*'] };
  if (arns.length === 0) return everything('no event names a resource');
  const unsafe = arns.find((arn) => /[*?]|\$\{/.test(arn.replace(/\/\*$/, '')));
  if (unsafe !== undefined) return everything('a policy would read a named resource as a pattern');
  const all = [...(await resourceTypesOf(prefix)), ...wanted];
  const named = arns.flatMap((arn) => namedResources(arn, kindsOfArn(arn, all), wanted));
  const kinds = new Set(named.map(({ kind }) => kind));
  if (kinds.size === 0)
    return everything(`events name no ${wanted.map(({ name: kind }) => kind).join(' or ')}`);
  const open = wanted.filter(
    ({ name: kind, required }) => !kinds.has(kind) && (required || hasRequired(wanted)),
  );
  if (open.length > 0)
    return everything(`events do not name each ${open.map(({ name: kind }) => kind).join(' and ')}`);
  return { resources: [...new Set(named.flatMap(({ patterns }) => patterns))].sort() };
}

interface NamedResource {
  readonly kind: string;
  readonly patterns: readonly string[];
}

/** An ARN as the kinds of resources that an action is on: it itself, and what lies below it. */
function namedResources(
  arn: string,
  kinds: readonly ResourceType[],
  wanted: readonly ActionResource[],
): readonly NamedResource[] {
  const itself = wanted.filter(({ name }) => kinds.some((kind) => kind.name === name));
  const below = wanted.flatMap((type) =>
    kinds.flatMap((kind) => {
      const pattern = arnsBelow(arn, kind, type);
      return pattern === undefined ? [] : [{ kind: type.name, patterns: [pattern] }];
    }),
  );
  return [...itself.map(({ name }) => ({ kind: name, patterns: spellings(arn, name) })), ...below];
}

/** Kinds that only some calls are on: where another is on each, one that no event names may have been there. */
function hasRequired(wanted: readonly ActionResource[]): boolean {
  return wanted.some(({ required }) => required);
}

/** Events name a function without its alias and a secret without the end of its ARN, and IAM compares both. */
function spellings(arn: string, kind: string): readonly string[] {
  if (/:lambda:.*:function:[^:]+$/.test(arn)) return [arn, `${arn}:*`];
  return kind === 'Secret' ? [arn, `${arn}-??????`] : [arn];
}
