import { paginateListDelegatedAdministrators, type OrganizationsClient } from '@aws-sdk/client-organizations';
import type { CallerIdentity } from '../caller-identity';
import { tryCheck, type Finding } from './finding';

const check = 'deploying account';

/** How StackSets name themselves to Organizations. */
export const stackSetsPrincipal = 'member.org.stacksets.cloudformation.amazonaws.com';

/** As what the caller may deploy to the organization. */
export interface DeployerCheck {
  readonly finding: Finding;
  /** As CloudFormation calls it; undefined for an account that may not. */
  readonly callAs: 'SELF' | 'DELEGATED_ADMIN' | undefined;
}

/** Only the management account and delegated administrators of StackSets can deploy to the organization. */
export async function checkDeployer(
  client: OrganizationsClient,
  { accountId }: CallerIdentity,
  managementAccountId: string,
): Promise<DeployerCheck> {
  let delegates: string[] = [];
  const looked = await tryCheck(check, async () => {
    const pages = paginateListDelegatedAdministrators({ client }, { ServicePrincipal: stackSetsPrincipal });
    for await (const { DelegatedAdministrators } of pages) {
      delegates = delegates.concat((DelegatedAdministrators ?? []).flatMap(({ Id }) => Id ?? []));
    }
    const others = delegates.length === 0 ? 'none' : delegates.join(', ');
    const detail = `the management account; delegated administrators of StackSets: ${others}`;
    return { check, state: 'ready', detail };
  });
  if (accountId === managementAccountId) return { finding: looked, callAs: 'SELF' };
  if (delegates.includes(accountId)) {
    const detail = `a delegated administrator of StackSets: say deployFrom: 'delegated-administrator' in config.ts`;
    return { finding: { check, state: 'ready', detail }, callAs: 'DELEGATED_ADMIN' };
  }
  const register =
    `aws organizations register-delegated-administrator --account-id ${accountId} ` +
    `--service-principal ${stackSetsPrincipal}`;
  const detail = `account ${accountId} is neither the management account ${managementAccountId} nor a delegated administrator of StackSets`;
  const mend = `use credentials of ${managementAccountId}, or there: ${register}`;
  return { finding: { check, state: 'missing', detail, mend }, callAs: undefined };
}
