import { actionsOfEvent } from '../../iam-actions/actions-of-event';
import { fitResources, type FittingResources } from '../../iam-actions/fit-resources';
import type { CredentialUse } from '../../local/trail';

/** What a use needs of IAM, as far as it is known. Lists are in the order of their names. */
export interface PolicyDraft {
  readonly known: readonly KnownAction[];
  readonly unknown: readonly OtherEvent[];
  readonly withoutPermission: readonly OtherEvent[];
}

/** An action that was used, and on what. */
export interface KnownAction {
  /** `s3:PutObject` */
  readonly action: string;
  readonly calls: number;
  readonly resources: readonly string[];
  /** Why the resources are everything, where the action could be held to less. */
  readonly reason?: string;
}

/** An event that leads to no action. */
export interface OtherEvent {
  readonly source: string;
  readonly name: string;
  readonly calls: number;
  readonly reason: string;
}

/** Calls of an action; no resources where the events do not say which were its own. */
interface ActionUse {
  readonly action: string;
  readonly calls: number;
  readonly resources: readonly string[];
  readonly reason?: string;
}

/** The policy that a use needs: all of its rows, so the caller leaves out what shall not count. */
export async function draftPolicy(uses: readonly CredentialUse[]): Promise<PolicyDraft> {
  const actionUses: ActionUse[] = [];
  const unknown: OtherEvent[] = [];
  const withoutPermission: OtherEvent[] = [];
  for (const use of uses) {
    const { event_source: source, event_name_raw: name, calls } = use;
    const found = await actionsOfEvent(source, name);
    if (found.kind === 'known')
      actionUses.push(...found.actions.map((action) => useOf(action, use, found.anyResource)));
    else
      (found.kind === 'unknown' ? unknown : withoutPermission).push({
        source,
        name,
        calls,
        reason: found.reason,
      });
  }
  const actions = groupsOf(actionUses, ({ action }) => action);
  return {
    known: await Promise.all(actions.map(([action, rows]) => knownAction(action, rows))),
    unknown: summed(unknown),
    withoutPermission: summed(withoutPermission),
  };
}

function useOf(action: string, use: CredentialUse, anyResource: boolean): ActionUse {
  const { calls, resources, resources_cut: isCut } = use;
  if (anyResource)
    return {
      action,
      calls,
      resources: [],
      reason: 'the event does not say which resource is of which action',
    };
  if (isCut)
    return {
      action,
      calls,
      resources: [],
      reason: 'events name more resources than are kept, or only some of them any',
    };
  return { action, calls, resources };
}

async function knownAction(action: string, rows: readonly ActionUse[]): Promise<KnownAction> {
  const calls = rows.reduce((sum, row) => sum + row.calls, 0);
  const fits = await Promise.all(
    rows.map(async ({ resources, reason }): Promise<FittingResources> => {
      const fit = await fitResources(action, resources);
      return fit.reason === undefined || reason === undefined ? fit : { ...fit, reason };
    }),
  );
  const resources = [...new Set(fits.flatMap((fit) => fit.resources))].sort();
  if (!resources.includes('*')) return { action, calls, resources };
  const [reason] = fits.flatMap((fit) => fit.reason ?? []).sort();
  return { action, calls, resources: ['*'], ...(reason === undefined ? {} : { reason }) };
}

function summed(events: readonly OtherEvent[]): readonly OtherEvent[] {
  return groupsOf(events, ({ source, name }) => `${source} ${name}`).flatMap(([, rows]) =>
    rows.slice(0, 1).map((row) => ({ ...row, calls: rows.reduce((sum, { calls }) => sum + calls, 0) })),
  );
}

function groupsOf<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
