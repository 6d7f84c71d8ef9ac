import {
  paginateListAccounts,
  paginateListTagsForResource,
  type Account,
  type OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { defaultOwnerTag } from './contract';
import { accountState, type AccountLine, type AccountState, type NotExpectedReason } from './account-line';
import { UnitIds } from './unit-ids';
import { unitNames } from './unit-names';

/** Where the collector is deployed, and what of an account is written down. */
export interface DirectoryScope {
  readonly managementAccountId: string;
  /** Ids of the root or the units that the collector is deployed to. */
  readonly targetIds: readonly string[];
  readonly excludedAccountIds: readonly string[];
  /** @default false */
  readonly includeTags?: boolean;
  /** Key of the tag that names an owner. @default `defaultOwnerTag` */
  readonly ownerTag?: string;
  /** The root user's e-mail address. @default false */
  readonly includeEmail?: boolean;
  /** Whether root users are managed centrally. @default not known */
  readonly rootCentrallyManaged?: boolean | null;
}

/**
 * Lists the organization's accounts with their units, in the order of their ids.
 * @param client with attempts enough to wait out `TooManyRequestsException`
 * @param warn hears of each account whose unit cannot be found
 * @throws what Organizations answers, AccessDeniedException for a caller that is neither the management account
 *   nor a delegated administrator
 */
export async function listAccounts(
  client: OrganizationsClient,
  scope: DirectoryScope,
  warn: (text: string) => void,
): Promise<AccountLine[]> {
  const accounts: Account[] = [];
  for await (const page of paginateListAccounts({ client }, {})) accounts.push(...(page.Accounts ?? []));
  const unitIds = new UnitIds(client);
  const units = new Map<Account, readonly string[]>();
  for (const account of accounts) {
    if (account.Id === undefined) throw new Error('Organizations listed an account without an id');
    const ids = await unitIds.of(account.Id, account.Paths?.[0]);
    if (ids === undefined)
      warn(`the unit of account ${account.Id} is not known, so it is taken as collected`);
    units.set(account, ids ?? []);
  }
  const names = await unitNames(client, new Set([...units.values()].flat()));

  const lines: AccountLine[] = [];
  for (const [account, ouIds] of units) {
    const { Id: id = '', Name: name, JoinedTimestamp: joined } = account;
    const state = accountState(account);
    if (state === undefined) throw new Error(`Organizations listed account ${id} without a state`);
    const reason = notExpectedReason(scope, id, state, ouIds);
    lines.push({
      account_id: id,
      account_name: name ?? '',
      state,
      joined_at: joined?.toISOString() ?? '',
      joined_method: account.JoinedMethod ?? '',
      ou_path: ouIds.map((unit) => names.get(unit) ?? unit).join('/'),
      ou_ids: ouIds,
      expected: reason === null,
      not_expected_reason: reason,
      organization_id: organizationOf(account),
      root_centrally_managed: scope.rootCentrallyManaged ?? null,
      owner_tag: scope.ownerTag ?? defaultOwnerTag,
      ...(scope.includeTags ? { tags: await tagsOf(client, id) } : {}),
      ...(scope.includeEmail ? { email: account.Email ?? '' } : {}),
    });
  }
  return lines.sort((a, b) => a.account_id.localeCompare(b.account_id));
}

/** `arn:aws:organizations::<management account>:account/<organization>/<account>`. */
function organizationOf({ Arn: arn = '' }: Account): string | null {
  return /:account\/(o-[a-z0-9]{10,32})\/\d{12}$/.exec(arn)?.[1] ?? null;
}

function notExpectedReason(
  scope: DirectoryScope,
  id: string,
  state: AccountState,
  ouIds: readonly string[],
): NotExpectedReason | null {
  if (state !== 'ACTIVE') return 'not_active';
  if (scope.excludedAccountIds.includes(id)) return 'excluded';
  // The management account has its collector from the stack, wherever it sits. An account whose unit is not known is not
  // to be overlooked.
  if (id === scope.managementAccountId || ouIds.length === 0) return null;
  return ouIds.some((unit) => scope.targetIds.includes(unit)) ? null : 'outside_ous';
}

async function tagsOf(client: OrganizationsClient, accountId: string): Promise<Record<string, string>> {
  const tags: Record<string, string> = {};
  for await (const page of paginateListTagsForResource({ client }, { ResourceId: accountId })) {
    for (const { Key, Value } of page.Tags ?? []) if (Key !== undefined) tags[Key] = Value ?? '';
  }
  return tags;
}
