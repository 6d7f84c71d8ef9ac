import { GetRegionOptStatusCommand, type AccountClient } from '@aws-sdk/client-account';
import { tryCheck, type Finding } from './finding';

/** Is the region enabled in this account; members need it too, since the collectors run there. */
export function checkRegion(client: AccountClient, region: string): Promise<Finding> {
  const check = `region ${region}`;
  return tryCheck(check, async () => {
    const { RegionOptStatus: state } = await client.send(
      new GetRegionOptStatusCommand({ RegionName: region }),
    );
    if (state === 'ENABLED_BY_DEFAULT') return { check, state: 'ready', detail: 'enabled in every account' };
    if (state === 'ENABLED') {
      return { check, state: 'ready', detail: 'enabled here; every member account must have enabled it too' };
    }
    const mend = `aws account enable-region --region-name ${region}`;
    return { check, state: 'missing', detail: `the region is ${state} in this account`, mend };
  });
}
