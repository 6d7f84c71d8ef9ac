import {
  GetDataLakeSettingsCommand,
  type LakeFormationClient,
  type PrincipalPermissions,
} from '@aws-sdk/client-lakeformation';
import { ask } from './call-failed';
import { incomplete, tryCheck, type CheckResult } from './check-result';

const check = 'Lake Formation defaults';
const action = 'lakeformation:GetDataLakeSettings';

/** Does IAM alone decide about new databases and tables; otherwise Lake Formation must be told who may ask. */
export function checkLakeFormation(client: LakeFormationClient): Promise<CheckResult> {
  const look = async (): Promise<CheckResult> => {
    const command = new GetDataLakeSettingsCommand({});
    const { DataLakeSettings: settings } = await ask(action, () => client.send(command));
    if (settings === undefined) return incomplete(check, action, 'settings');
    const defaults = [settings.CreateDatabaseDefaultPermissions, settings.CreateTableDefaultPermissions];
    if (defaults.every(iamDecides)) return { check, state: 'ready', detail: 'IAM alone decides' };
    return {
      check,
      state: 'missing',
      detail: 'Lake Formation decides about new databases and tables, so the deployment needs grants',
      remediation:
        'lakeFormation: { analysts: [] } in config.ts, deployed by an administrator of Lake Formation',
    };
  };
  return tryCheck(check, look, { byRegion: true });
}

/** An absent or empty list says that Lake Formation decides. */
function iamDecides(permissions: readonly PrincipalPermissions[] | undefined): boolean {
  return (permissions ?? []).some(
    ({ Principal, Permissions }) =>
      Principal?.DataLakePrincipalIdentifier === 'IAM_ALLOWED_PRINCIPALS' && Permissions?.includes('ALL'),
  );
}
