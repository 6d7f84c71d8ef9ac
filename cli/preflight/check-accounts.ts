import { paginateListAccounts, type OrganizationsClient } from '@aws-sdk/client-organizations';
import { accountState } from '../../lambda/accounts/account-line';
import { ask } from './call-failed';
import { incomplete, tryCheck, type CheckResult } from './check-result';

export const accountsCheck = 'suspended accounts';
const check = accountsCheck;
/** So many accounts are named. */
const named = 10;
/** Of all instances, above which the StackSet's operation fails: `member-stack-set.ts`. */
const toleratedPercent = 50;

/** Which accounts cannot get a collector: their stack instances fail, and too many of them fail the deployment. */
export function checkAccounts(client: OrganizationsClient): Promise<CheckResult> {
  return tryCheck(check, async () => {
    let members = 0;
    const inactive: string[] = [];
    await ask('organizations:ListAccounts', async () => {
      for await (const { Accounts = [] } of paginateListAccounts({ client }, {})) {
        members += Accounts.length;
        for (const account of Accounts) {
          const state = accountState(account);
          if (state !== undefined && state !== 'ACTIVE') inactive.push(`${account.Id} (${state})`);
        }
      }
    });
    if (members === 0) return incomplete(check, 'organizations:ListAccounts', 'an account');
    if (inactive.length === 0) return { check, state: 'ready', detail: `all ${members} accounts are active` };
    const rest = inactive.length > named ? ` and ${inactive.length - named} more` : '';
    const detail = `not active, so they get no collector: ${inactive.slice(0, named).join(', ')}${rest}`;
    return inactive.length * 100 > members * toleratedPercent
      ? {
          check,
          state: 'warning',
          detail: `${detail}; they are more than half of ${members}, which fails the deployment`,
          remediation: 'excludedAccounts or targets in config.ts',
        }
      : { check, state: 'note', detail };
  });
}
