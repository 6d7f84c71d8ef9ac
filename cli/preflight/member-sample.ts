import { IAMClient } from '@aws-sdk/client-iam';
import { paginateListAccounts } from '@aws-sdk/client-organizations';
import { accountState } from '../../lambda/accounts/account-line';
import type { CallerIdentity } from '../caller-identity';
import { memberSession } from '../collect/member-session';
import { ask } from './call-failed';
import type { MemberIam } from './check-boundary';
import type { PreflightClients } from './clients';

/** So many members stand for all. */
const sampleSize = 3;

/** Organizations makes it in every account that it makes. */
const roleName = 'OrganizationAccountAccessRole';

/**
 * Clients in some active members.
 * @throws CallFailed when the accounts cannot be listed
 */
export async function memberSample(
  { organizations, sts, settings }: Pick<PreflightClients, 'organizations' | 'sts' | 'settings'>,
  { accountId, partition }: CallerIdentity,
): Promise<MemberIam[]> {
  const ids = await ask('organizations:ListAccounts', async () => {
    const active: string[] = [];
    for await (const { Accounts = [] } of paginateListAccounts({ client: organizations }, {})) {
      for (const account of Accounts) {
        const { Id } = account;
        if (Id !== undefined && Id !== accountId && accountState(account) === 'ACTIVE') active.push(Id);
      }
      if (active.length >= sampleSize) break;
    }
    return active;
  });
  return ids.slice(0, sampleSize).map((id) => {
    const session = memberSession(sts, partition, roleName);
    session.enter(id);
    return { accountId: id, iam: new IAMClient({ ...settings, credentials: session.credentials }) };
  });
}
