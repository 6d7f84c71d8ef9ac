import {
  GetDataLakeSettingsCommand,
  type LakeFormationClient,
  type PrincipalPermissions,
} from '@aws-sdk/client-lakeformation';
import type { CallerIdentity } from '../caller-identity';
import { ask } from './call-failed';
import { incomplete, tryCheck, type CheckResult } from './check-result';
import type { ConfigFile } from './config-file';

const check = 'Lake Formation defaults';
const action = 'lakeformation:GetDataLakeSettings';

/** CloudFormation acts as CDK's execution role, not as who types the command: it makes the grants. */
const executionRole = ({ accountId, partition }: CallerIdentity, region: string) =>
  `arn:${partition}:iam::${accountId}:role/cdk-hnb659fds-cfn-exec-role-${accountId}-${region}`;

/**
 * Does IAM alone decide about new databases and tables; otherwise the role that deploys must be an administrator of Lake
 * Formation, and `config.ts` must say who may ask.
 */
export function checkLakeFormation(
  client: LakeFormationClient,
  caller: CallerIdentity,
  region: string,
  file: ConfigFile,
): Promise<CheckResult> {
  const look = async (): Promise<CheckResult> => {
    const command = new GetDataLakeSettingsCommand({});
    const { DataLakeSettings: settings } = await ask(action, () => client.send(command));
    if (settings === undefined) return incomplete(check, action, 'settings');
    const defaults = [settings.CreateDatabaseDefaultPermissions, settings.CreateTableDefaultPermissions];
    if (defaults.every(iamDecides)) return { check, state: 'ready', detail: 'IAM alone decides' };
    const role = executionRole(caller, region);
    const admins = (settings.DataLakeAdmins ?? []).map((one) => one.DataLakePrincipalIdentifier);
    const decides = 'Lake Formation decides about new databases and tables';
    const isSet = file.config?.lakeFormation !== undefined;
    const option = isSet ? '' : '; and lakeFormation: { analysts: [] } in config.ts';
    if (!admins.includes(role)) {
      return {
        check,
        state: 'missing',
        detail: `${decides}, and CDK's execution role is none of its administrators, which are ${admins.join(', ') || 'none'}`,
        remediation: `add ${role} under "Administrative roles and tasks" in the console of Lake Formation${option}`,
      };
    }
    const detail = `${decides}; CDK's execution role is its administrator`;
    return isSet
      ? { check, state: 'ready', detail }
      : { check, state: 'missing', detail, remediation: 'lakeFormation: { analysts: [] } in config.ts' };
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
