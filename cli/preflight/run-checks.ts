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
import type { CheckResult } from './check-result';

/**
 * Everything that a deployment needs, in the order in which it is repaired.
 * @param option asked only where stacks of credential events are deployed
 */
export async function runChecks(
  clients: PreflightClients,
  caller: CallerIdentity,
  region: string,
  option: () => EventsOption,
): Promise<CheckResult[]> {
  const account = Promise.all([
    checkRegion(clients.account, region),
    checkBootstrap(clients, caller, region),
    checkLakeFormation(clients.lakeFormation),
  ]);
  const organization = await organizationResults(clients, caller, option);
  return [...organization, ...(await account)];
}

async function organizationResults(
  clients: PreflightClients,
  caller: CallerIdentity,
  option: () => EventsOption,
): Promise<CheckResult[]> {
  const { result, managementAccountId } = await checkOrganization(clients.organizations, caller);
  if (managementAccountId === undefined) {
    if (result.state !== 'unknown') return [result];
    const detail = 'not looked at: the management account is not known';
    const rest = [deployerCheck, trustedAccessCheck];
    const unknown = rest.map((check) => ({ check, state: 'unknown' as const, detail }));
    return [result, ...unknown, ...(await eventResults(clients, caller, undefined, option))];
  }
  const deployer = await checkDeployer(clients.organizations, caller, managementAccountId);
  const trustedAccess = await checkTrustedAccess(clients, deployer.callAs);
  const events = await eventResults(clients, caller, deployer.callAs, option);
  return [result, deployer.result, trustedAccess, ...events];
}

/** Nothing in other partitions: `config.ts` refuses credential events there. */
async function eventResults(
  { eventsCloudFormation: cloudFormation }: PreflightClients,
  { partition }: CallerIdentity,
  callAs: DeployerCheck['callAs'],
  option: () => EventsOption,
): Promise<CheckResult[]> {
  if (partition !== 'aws') return [];
  const members = await checkEventMembers(cloudFormation, callAs);
  const stacks = await checkEventStacks(cloudFormation, members.stackSetExists, option);
  const elsewhere = stacks.deployed && members.results.length === 0 ? [membersSeenElsewhere()] : [];
  return [...members.results, ...elsewhere, ...stacks.results];
}
