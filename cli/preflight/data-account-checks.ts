import type { CallerIdentity } from '../caller-identity';
import { checkBucket } from './check-bucket';
import { checkLakeFormation } from './check-lake-formation';
import { checkCatalog } from './check-leftovers';
import type { CheckResult } from './check-result';
import type { PreflightClients } from './clients';
import type { ConfigFile } from './config-file';

/** The id of the data account that `config.ts` names; undefined where it is the caller's own. */
export function otherDataAccount({ config }: ConfigFile, { accountId }: CallerIdentity): string | undefined {
  const id = config?.dataAccount?.id;
  return id === accountId ? undefined : id;
}

/** What the stacks of the data need in their account; a note says where to look when that is another one. */
export async function dataAccountChecks(
  clients: PreflightClients,
  caller: CallerIdentity,
  region: string,
  file: ConfigFile,
): Promise<readonly CheckResult[]> {
  const other = otherDataAccount(file, caller);
  if (other !== undefined) {
    return [
      {
        check: 'data account',
        state: 'note',
        detail: `${other}: its bucket, workgroup, database, Lake Formation, key and QuickSight are not seen from here`,
        remediation: `run preflight with credentials of ${other} too`,
      },
    ];
  }
  const [lakeFormation, bucket, catalog] = await Promise.all([
    checkLakeFormation(clients.lakeFormation, caller, region, file),
    checkBucket(clients, caller.accountId, region),
    checkCatalog(clients),
  ]);
  return [lakeFormation, bucket, ...catalog];
}
