import { paginateListDelegatedAdministrators, type OrganizationsClient } from '@aws-sdk/client-organizations';
import type { CallerIdentity } from '../caller-identity';
import { ask } from './call-failed';
import { tryCheck, type CheckResult } from './check-result';

export const deployerCheck = 'deploying account';
const check = deployerCheck;
const action = 'organizations:ListDelegatedAdministrators';

/** How StackSets name themselves to Organizations. */
export const stackSetsPrincipal = 'member.org.stacksets.cloudformation.amazonaws.com';

/** As what the caller may deploy to the organization. */
export interface DeployerCheck {
  readonly result: CheckResult;
  /**
   * As CloudFormation calls it; undefined for an account that may not. An account of which it is not known is taken for
   * a delegated administrator: CloudFormation refuses it in words when it is none.
   */
  readonly callAs: 'SELF' | 'DELEGATED_ADMIN' | undefined;
}

/** Only the management account and delegated administrators of StackSets can deploy to the organization. */
export async function checkDeployer(
  client: OrganizationsClient,
  { accountId }: CallerIdentity,
  managementAccountId: string,
): Promise<DeployerCheck> {
  const delegates: string[] = [];
  const looked = await tryCheck(check, async () => {
    const pages = paginateListDelegatedAdministrators({ client }, { ServicePrincipal: stackSetsPrincipal });
    await ask(action, async () => {
      for await (const page of pages) {
        for (const { Id } of page.DelegatedAdministrators ?? []) if (Id !== undefined) delegates.push(Id);
      }
    });
    const others = delegates.length === 0 ? 'none' : delegates.join(', ');
    const detail = `the management account; delegated administrators of StackSets: ${others}`;
    return { check, state: 'ready', detail };
  });
  if (accountId === managementAccountId) return { result: looked, callAs: 'SELF' };
  if (delegates.includes(accountId)) {
    const detail = `a delegated administrator of StackSets: say deployFrom: 'delegated-administrator' in config.ts`;
    return { result: { check, state: 'ready', detail }, callAs: 'DELEGATED_ADMIN' };
  }
  const register =
    `aws organizations register-delegated-administrator --account-id ${accountId} ` +
    `--service-principal ${stackSetsPrincipal}`;
  if (looked.state === 'unknown') {
    const detail =
      `not the management account ${managementAccountId}; whether ${accountId} is a delegated administrator of StackSets ` +
      `is not known, and CloudFormation asks the same with these credentials: ${looked.detail}`;
    const remediation = `${looked.remediation}; Organizations never answers an account that is no delegated administrator, to make it one in ${managementAccountId}: ${register}`;
    return { result: { check, state: 'unknown', detail, remediation }, callAs: 'DELEGATED_ADMIN' };
  }
  const detail = `account ${accountId} is neither the management account ${managementAccountId} nor a delegated administrator of StackSets`;
  const remediation = `use credentials of ${managementAccountId}, or there: ${register}`;
  return { result: { check, state: 'missing', detail, remediation }, callAs: undefined };
}
