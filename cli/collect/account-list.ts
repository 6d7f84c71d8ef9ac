import type { IAMClient } from '@aws-sdk/client-iam';
import { paginateListRoots, type OrganizationsClient } from '@aws-sdk/client-organizations';
import type { AccountLine } from '../../lambda/accounts/account-line';
import { isRootCentrallyManaged } from '../../lambda/accounts/central-root-access';
import { listAccounts } from '../../lambda/accounts/list-accounts';
import { awsError } from '../aws-error';
import { CommandError } from '../command-error';
import type { Caller } from './caller';

/**
 * Every account of the organization.
 * @param options `ownerTag`: key of the tag that names an owner; `dryRun`: Organizations alone is asked
 * @param warn hears of each account whose unit cannot be found
 * @throws CommandError for a caller that may not list them
 */
export async function readAccountList(
  { organizations, ownIam }: { readonly organizations: OrganizationsClient; readonly ownIam: IAMClient },
  caller: Caller,
  { ownerTag, dryRun = false }: { readonly ownerTag: string; readonly dryRun?: boolean },
  warn: (text: string) => void,
): Promise<AccountLine[]> {
  try {
    const targetIds: string[] = [];
    for await (const { Roots } of paginateListRoots({ client: organizations }, {})) {
      targetIds.push(...(Roots ?? []).flatMap(({ Id }) => Id ?? []));
    }
    const { managementAccountId } = caller;
    const rootCentrallyManaged = dryRun ? null : await isRootCentrallyManaged(ownIam, warn);
    const scope = { managementAccountId, targetIds, excludedAccountIds: [], rootCentrallyManaged, ownerTag };
    return await listAccounts(organizations, scope, warn);
  } catch (error) {
    if ((error as Error).name !== 'AccessDeniedException') throw awsError(error, 'listing the accounts');
    throw new CommandError(
      `listing the accounts as ${caller.arn} was denied: use credentials of the management account ` +
        `${caller.managementAccountId} or of a delegated administrator, with organizations:ListAccounts, ListRoots, ListParents and DescribeOrganizationalUnit`,
    );
  }
}
