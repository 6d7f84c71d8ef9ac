import type { Authorize, AuthorizationRequest } from '../../local/organization/authorization';

/** What a policy engine looks at, as a text: requests of one text get one decision. */
function asDecided({
  action,
  resource,
  resourceAccountId,
  context,
  principal,
}: AuthorizationRequest): string {
  return JSON.stringify([action, resource, resourceAccountId, context, principal]);
}

/** Decides every request once: functions ask for the same again and again, and a decision takes milliseconds. */
export function onceDecided(decide: Authorize): Authorize {
  const decisions = new Map<string, ReturnType<Authorize>>();
  return (request) => {
    const key = asDecided(request);
    const decision = decisions.get(key) ?? decide(request);
    decisions.set(key, decision);
    return decision;
  };
}

/** Requests without those that a policy engine cannot tell from an earlier one. */
export function toldApart<R extends AuthorizationRequest>(requests: readonly R[]): readonly R[] {
  return [...new Map(requests.toReversed().map((one) => [asDecided(one), one])).values()].toReversed();
}
