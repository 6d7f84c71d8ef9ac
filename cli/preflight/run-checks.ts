import type { CallerIdentity } from '../caller-identity';
import { checkBootstrap } from './check-bootstrap';
import { checkDeployer } from './check-deployer';
import { checkEventStacks } from './check-event-stacks';
import { checkLakeFormation } from './check-lake-formation';
import { checkOrganization } from './check-organization';
import { checkRegion } from './check-region';
import { checkTrustedAccess } from './check-trusted-access';
import type { PreflightClients } from './clients';
import type { Finding } from './finding';

/** Everything that a deployment needs, in the order in which it is mended. */
export async function runChecks(
  clients: PreflightClients,
  caller: CallerIdentity,
  region: string,
): Promise<Finding[]> {
  const account = Promise.all([
    checkRegion(clients.account, region),
    checkBootstrap(clients, caller, region),
    checkLakeFormation(clients.lakeFormation),
  ]);
  const { finding: organization, managementAccountId } = await checkOrganization(
    clients.organizations,
    caller,
  );
  if (managementAccountId === undefined) return [organization, ...(await account)];
  const deployer = await checkDeployer(clients.organizations, caller, managementAccountId);
  const trustedAccess = await checkTrustedAccess(clients, deployer.callAs);
  const eventStacks = await checkEventStacks(clients.eventsCloudFormation, deployer.callAs);
  return [organization, deployer.finding, trustedAccess, ...eventStacks, ...(await account)];
}
