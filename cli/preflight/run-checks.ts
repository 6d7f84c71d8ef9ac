import type { CallerIdentity } from '../caller-identity';
import { accountsCheck, checkAccounts } from './check-accounts';
import { checkBootstrap } from './check-bootstrap';
import { checkDeployer, deployerCheck, type DeployerCheck } from './check-deployer';
import { checkEventMembers, membersSeenElsewhere } from './check-event-members';
import { checkEventStacks } from './check-event-stacks';
import { checkStackSet, stackSetCheck } from './check-leftovers';
import { checkOrganization } from './check-organization';
import { checkRegion } from './check-region';
import { checkTrustedAccess, trustedAccessCheck } from './check-trusted-access';
import type { PreflightClients } from './clients';
import { configChecks } from './config-checks';
import type { ConfigFile } from './config-file';
import { dataAccountChecks } from './data-account-checks';
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
  file: ConfigFile,
): Promise<CheckResult[]> {
  const account = Promise.all([
    checkRegion(clients.account, region),
    checkBootstrap(clients, caller, region),
    dataAccountChecks(clients, caller, region, file),
  ]);
  const { results, callAs, organizationId } = await organizationResults(clients, caller, option);
  const isDeployer = callAs !== undefined;
  return [
    ...results,
    ...(await account).flat(),
    ...(await configChecks(clients, caller, file, { organizationId, isDeployer })),
  ];
}

interface OrganizationResults {
  readonly results: CheckResult[];
  readonly callAs: DeployerCheck['callAs'];
  readonly organizationId: string | undefined;
}

async function organizationResults(
  clients: PreflightClients,
  caller: CallerIdentity,
  option: () => EventsOption,
): Promise<OrganizationResults> {
  const { result, managementAccountId, organizationId } = await checkOrganization(
    clients.organizations,
    caller,
  );
  if (managementAccountId === undefined) {
    const nobody = { callAs: undefined, organizationId };
    if (result.state !== 'unknown') return { ...nobody, results: [result] };
    const detail = 'not looked at: the management account is not known';
    const rest = [deployerCheck, trustedAccessCheck, accountsCheck, stackSetCheck];
    const unknown = rest.map((check) => ({ check, state: 'unknown' as const, detail }));
    const events = await eventResults(clients, caller, undefined, option);
    return { ...nobody, results: [result, ...unknown, ...events] };
  }
  const deployer = await checkDeployer(clients.organizations, caller, managementAccountId);
  const trustedAccess = await checkTrustedAccess(clients, deployer.callAs);
  const events = await eventResults(clients, caller, deployer.callAs, option);
  const { callAs } = deployer;
  const deployers =
    callAs === undefined
      ? []
      : [await checkAccounts(clients.organizations), await checkStackSet(clients.cloudFormation, callAs)];
  const results = [result, deployer.result, trustedAccess, ...deployers, ...events];
  return { results, callAs, organizationId };
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
