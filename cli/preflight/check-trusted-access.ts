import { DescribeOrganizationsAccessCommand } from '@aws-sdk/client-cloudformation';
import { paginateListAWSServiceAccessForOrganization } from '@aws-sdk/client-organizations';
import { ask } from './call-failed';
import { stackSetsPrincipal, type DeployerCheck } from './check-deployer';
import type { PreflightClients } from './clients';
import { incomplete, tryCheck, tryDetail, type CheckResult } from './check-result';

export const trustedAccessCheck = 'trusted access of StackSets';
const check = trustedAccessCheck;
const action = 'cloudformation:DescribeOrganizationsAccess';

export const activateCommand = 'aws cloudformation activate-organizations-access';

/** What a check says that only they can read. */
export const deployersOnly = 'can be read from the management account and from delegated administrators only';

/** May StackSets deploy to the organization's accounts. */
export function checkTrustedAccess(
  { cloudFormation, organizations }: Pick<PreflightClients, 'cloudFormation' | 'organizations'>,
  callAs: DeployerCheck['callAs'],
): Promise<CheckResult> {
  const look = async (): Promise<CheckResult> => {
    if (callAs === undefined) return { check, state: 'unknown', detail: deployersOnly };
    const command = new DescribeOrganizationsAccessCommand({ CallAs: callAs });
    const { Status } = await ask(action, () => cloudFormation.send(command));
    if (Status === 'ENABLED') return { check, state: 'ready', detail: 'activated' };
    if (Status === undefined) return incomplete(check, action, 'a status');
    const half = await tryDetail('whether Organizations trusts StackSets', async () =>
      (await isTrustedByOrganizations(organizations))
        ? ', though enabled in Organizations, which is not enough: CloudFormation has not activated it'
        : '',
    );
    const detail = `not activated${half}; a deployment from the management account activates it, unless config.ts says otherwise`;
    const remediation = `in the management account: ${activateCommand}`;
    return { check, state: 'missing', detail, remediation, fixable: callAs === 'SELF' };
  };
  return tryCheck(check, look, { byRegion: true });
}

function isTrustedByOrganizations(client: PreflightClients['organizations']): Promise<boolean> {
  return ask('organizations:ListAWSServiceAccessForOrganization', async () => {
    for await (const page of paginateListAWSServiceAccessForOrganization({ client }, {})) {
      const services = page.EnabledServicePrincipals ?? [];
      if (services.some(({ ServicePrincipal }) => ServicePrincipal === stackSetsPrincipal)) return true;
    }
    return false;
  });
}
