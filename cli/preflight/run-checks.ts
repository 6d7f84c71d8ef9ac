import type { CallerIdentity } from '../caller-identity';
import { checkBootstrap } from './check-bootstrap';
import { checkDeployer, deployerCheck, type DeployerCheck } from './check-deployer';
import { checkEventMembers, membersSeenElsewhere } from './check-event-members';
import { checkEventStacks } from './check-event-stacks';
import { checkLakeFormation } from './check-lake-formation';
import { checkOrganization } from './check-organization';
import { checkRegion } from './check-region';
import { checkTrustedAccess, trustedAccessCheck } from './check-trusted-access';
import type { PreflightClients } from './clients';
import type { EventsOption } from './events-option';
import type { Finding } from './finding';

/**
 * Everything that a deployment needs, in the order in which it is mended.
 * @param option asked only where stacks of credential events are deployed
 */
export async function runChecks(
  clients: PreflightClients,
  caller: CallerIdentity,
  region: string,
  option: () => EventsOption,
): Promise<Finding[]> {
  const account = Promise.all([
    checkRegion(clients.account, region),
    checkBootstrap(clients, caller, region),
    checkLakeFormation(clients.lakeFormation),
  ]);
  const organization = await organizationFindings(clients, caller, option);
  return [...organization, ...(await account)];
}

async function organizationFindings(
  clients: PreflightClients,
  caller: CallerIdentity,
  option: () => EventsOption,
): Promise<Finding[]> {
  const { finding, managementAccountId } = await checkOrganization(clients.organizations, caller);
  if (managementAccountId === undefined) {
    if (finding.state !== 'unknown') return [finding];
    const detail = 'not looked at: the management account is not known';
    const rest = [deployerCheck, trustedAccessCheck];
    const unknown = rest.map((check) => ({ check, state: 'unknown' as const, detail }));
    return [finding, ...unknown, ...(await eventFindings(clients, caller, undefined, option))];
  }
  const deployer = await checkDeployer(clients.organizations, caller, managementAccountId);
  const trustedAccess = await checkTrustedAccess(clients, deployer.callAs);
  const events = await eventFindings(clients, caller, deployer.callAs, option);
  return [finding, deployer.finding, trustedAccess, ...events];
}

/** Nothing in other partitions: `config.ts` refuses credential events there. */
async function eventFindings(
  { eventsCloudFormation: cloudFormation }: PreflightClients,
  { partition }: CallerIdentity,
  callAs: DeployerCheck['callAs'],
  option: () => EventsOption,
): Promise<Finding[]> {
  if (partition !== 'aws') return [];
  const members = await checkEventMembers(cloudFormation, callAs);
  const stacks = await checkEventStacks(cloudFormation, members.stackSetExists, option);
  const elsewhere = stacks.deployed && members.findings.length === 0 ? [membersSeenElsewhere()] : [];
  return [...members.findings, ...elsewhere, ...stacks.findings];
}
