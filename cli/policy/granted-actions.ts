import { actionsOfService, allServices } from '../../iam-actions/action-list';
import type { Grants, GrantedStatement } from './read-grants';

/** Of a service all actions that are granted, `s3` → `GetObject`, …; wildcards count as what they stand for. */
export type GrantedActions = ReadonlyMap<string, readonly string[]>;

/** The one policy of AWS whose statement needs no look: it allows everything. */
const everything: GrantedStatement = {
  effect: 'Allow',
  actions: ['*'],
  notActions: [],
  resources: ['*'],
  hasCondition: false,
};
const administrator = 'AdministratorAccess';

/**
 * What the statements grant, on whatever resource and under whatever condition. A Deny takes away only what it denies always
 * and on everything.
 */
export async function grantedActions({ statements, awsPolicies }: Grants): Promise<GrantedActions> {
  const all = awsPolicies.includes(administrator) ? [everything, ...statements] : statements;
  const allowing = all.filter(({ effect }) => effect === 'Allow').map(matcher);
  const denying = all
    .filter(
      ({ effect, hasCondition, resources }) => effect === 'Deny' && !hasCondition && resources.includes('*'),
    )
    .map(matcher);
  const granted = await Promise.all(
    (await allServices()).map(async (service): Promise<[string, string[]]> => {
      const names = [...(await actionsOfService(service)).values()].sort();
      const isGranted = (action: string) =>
        allowing.some((allows) => allows(action)) && !denying.some((denies) => denies(action));
      return [service, names.filter((name) => isGranted(`${service}:${name}`))];
    }),
  );
  return new Map(granted.filter(([, names]) => names.length > 0));
}

/** Policies whose statements are in no fact, so that what they grant is not known. */
export function unknownPolicies({ awsPolicies }: Grants): readonly string[] {
  return awsPolicies.filter((name) => name !== administrator);
}

function matcher({ actions, notActions }: GrantedStatement): (action: string) => boolean {
  const wanted = actions.map(expressionOf);
  const others = notActions.map(expressionOf);
  return (action) =>
    wanted.some((one) => one.test(action)) || (others.length > 0 && !others.some((one) => one.test(action)));
}

function expressionOf(pattern: string): RegExp {
  const fixed = pattern.replace(/[.+^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`^${fixed.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
}
