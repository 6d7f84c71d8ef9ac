import { DescribeOrganizationsAccessCommand } from '@aws-sdk/client-cloudformation';
import { paginateListAWSServiceAccessForOrganization } from '@aws-sdk/client-organizations';
import { stackSetsPrincipal, type DeployerCheck } from './check-deployer';
import type { PreflightClients } from './clients';
import { tryCheck, type Finding } from './finding';

const check = 'trusted access of StackSets';

export const activateCommand = 'aws cloudformation activate-organizations-access';

/** May StackSets deploy to the organization's accounts. */
export function checkTrustedAccess(
  { cloudFormation, organizations }: Pick<PreflightClients, 'cloudFormation' | 'organizations'>,
  callAs: DeployerCheck['callAs'],
): Promise<Finding> {
  return tryCheck(check, async () => {
    if (callAs === undefined) {
      const detail = 'can be read from the management account and from delegated administrators only';
      return { check, state: 'unknown', detail };
    }
    const { Status } = await cloudFormation.send(new DescribeOrganizationsAccessCommand({ CallAs: callAs }));
    if (Status === 'ENABLED') return { check, state: 'ready', detail: 'activated' };
    const half = (await isTrustedByOrganizations(organizations))
      ? 'enabled in Organizations, which is not enough: CloudFormation has not activated it'
      : 'not activated';
    const detail = `${half}; a deployment from the management account activates it, unless config.ts says otherwise`;
    const mend = `in the management account: ${activateCommand}`;
    return { check, state: 'missing', detail, mend, fixable: callAs === 'SELF' };
  });
}

async function isTrustedByOrganizations(client: PreflightClients['organizations']): Promise<boolean> {
  for await (const page of paginateListAWSServiceAccessForOrganization({ client }, {})) {
    const services = page.EnabledServicePrincipals ?? [];
    if (services.some(({ ServicePrincipal }) => ServicePrincipal === stackSetsPrincipal)) return true;
  }
  return false;
}
