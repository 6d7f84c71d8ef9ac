import type { CallerIdentity } from '../caller-identity';
import { checkBoundary } from './check-boundary';
import { checkKey } from './check-key';
import { checkQuickSight } from './check-quick-sight';
import type { CheckResult } from './check-result';
import { checkTrail } from './check-trail';
import type { PreflightClients } from './clients';
import type { ConfigFile } from './config-file';
import { memberSample } from './member-sample';

/** What is known of the organization; undefined where it could not be read. */
export interface KnownOrganization {
  readonly organizationId: string | undefined;
  /** Whether the caller may list its accounts. */
  readonly isDeployer: boolean;
}

/** What the options of `config.ts` need beside a deployment itself: nothing for what is not set. */
export async function configChecks(
  clients: PreflightClients,
  caller: CallerIdentity,
  { config, ...rest }: ConfigFile,
  { organizationId, isDeployer }: KnownOrganization,
): Promise<CheckResult[]> {
  if (config === undefined) {
    const { why } = rest as { readonly why?: string };
    return why === undefined
      ? []
      : [{ check: 'config.ts', state: 'unknown', detail: why, remediation: 'correct config.ts' }];
  }
  const { kmsKeyArn, permissionsBoundary, quickSight, credentialEvents, dataAccount } = config;
  const isDataAccount = dataAccount === undefined || dataAccount.id === caller.accountId;
  const results: Promise<readonly CheckResult[]>[] = [];
  if (kmsKeyArn !== undefined && isDataAccount)
    results.push(one(checkKey(clients.kms, kmsKeyArn, organizationId)));
  if (permissionsBoundary !== undefined) {
    const members = isDeployer ? await memberSample(clients, caller) : [];
    results.push(checkBoundary(clients.iam, caller, permissionsBoundary, members));
  }
  if (quickSight !== undefined && isDataAccount)
    results.push(one(checkQuickSight(clients.quickSight, caller.accountId)));
  if (credentialEvents !== undefined && credentialEvents !== 'remove')
    results.push(one(checkTrail(clients.eventsCloudTrail)));
  return (await Promise.all(results)).flat();
}

const one = async (result: Promise<CheckResult>): Promise<readonly CheckResult[]> => [await result];
