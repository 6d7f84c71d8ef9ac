import { GetRegionOptStatusCommand, type AccountClient } from '@aws-sdk/client-account';
import { ask } from './call-failed';
import { incomplete, tryCheck, type CheckResult } from './check-result';

const action = 'account:GetRegionOptStatus';

/** Is the region enabled in this account; members need it too, since the collectors run there. */
export function checkRegion(client: AccountClient, region: string): Promise<CheckResult> {
  const check = `region ${region}`;
  const look = async (): Promise<CheckResult> => {
    const command = new GetRegionOptStatusCommand({ RegionName: region });
    const { RegionOptStatus: state } = await ask(action, () => client.send(command));
    if (state === undefined) return incomplete(check, action, 'a status');
    if (state === 'ENABLED_BY_DEFAULT') return { check, state: 'ready', detail: 'enabled in every account' };
    if (state === 'ENABLED') {
      return { check, state: 'ready', detail: 'enabled here; every member account must have enabled it too' };
    }
    const remediation = `aws account enable-region --region-name ${region}`;
    return { check, state: 'missing', detail: `the region is ${state} in this account`, remediation };
  };
  return tryCheck(check, look);
}
