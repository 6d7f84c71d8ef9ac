import type { CallerIdentity } from '../caller-identity';
import { checkAskedTrail } from './check-asked-trail';
import { checkBoundary, type MemberIam } from './check-boundary';
import { checkKey } from './check-key';
import { checkQuickSight } from './check-quick-sight';
import { tryCheck, type CheckResult } from './check-result';
import { checkTrail } from './check-trail';
import type { PreflightClients } from './clients';
import type { ConfigFile } from './config-file';
import { otherDataAccount } from './data-account-checks';
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
  file: ConfigFile,
  { organizationId, isDeployer }: KnownOrganization,
): Promise<CheckResult[]> {
  if (file.config === undefined) {
    return file.why === undefined
      ? []
      : [{ check: 'config.ts', state: 'unknown', detail: file.why, remediation: 'correct config.ts' }];
  }
  const { kmsKeyArn, permissionsBoundary, quickSight, credentialEvents, trail } = file.config;
  const isDataAccount = otherDataAccount(file, caller) === undefined;
  const results: Promise<readonly CheckResult[]>[] = [];
  if (kmsKeyArn !== undefined && isDataAccount)
    results.push(one(checkKey(clients.kms, kmsKeyArn, organizationId)));
  if (permissionsBoundary !== undefined)
    results.push(boundaryChecks(clients, caller, permissionsBoundary, isDeployer));
  if (quickSight !== undefined && isDataAccount)
    results.push(one(checkQuickSight(clients.quickSight, caller.accountId)));
  if (credentialEvents !== undefined && credentialEvents !== 'remove')
    results.push(one(checkTrail(clients.eventsCloudTrail)));
  if (trail !== undefined) results.push(one(checkAskedTrail(clients.cloudTrail, trail)));
  return (await Promise.all(results)).flat();
}

/** In this account and, for who deploys, in some members; members that cannot be listed are unknown, not none. */
async function boundaryChecks(
  clients: PreflightClients,
  caller: CallerIdentity,
  boundary: string,
  isDeployer: boolean,
): Promise<readonly CheckResult[]> {
  let members: readonly MemberIam[] = [];
  const check = 'permissions boundary in members';
  const sampled = await tryCheck(check, async () => {
    if (isDeployer) members = await memberSample(clients, caller);
    return { check, state: 'ready', detail: `${members.length} looked at` };
  });
  const results = await checkBoundary(clients.iam, caller, boundary, members);
  return sampled.state === 'ready' ? results : [...results, sampled];
}

const one = async (result: Promise<CheckResult>): Promise<readonly CheckResult[]> => [await result];
