import {
  DescribeTrailsCommand,
  GetTrailStatusCommand,
  type CloudTrailClient,
} from '@aws-sdk/client-cloudtrail';
import { ask } from './call-failed';
import { tryCheck, type CheckResult } from './check-result';

const check = 'trail for credential events';

/** Does a trail log IAM's events, without which EventBridge gets none. @param client in us-east-1, where they arise */
export function checkTrail(client: Pick<CloudTrailClient, 'send'>): Promise<CheckResult> {
  return tryCheck(check, async () => {
    const { trailList = [] } = await ask('cloudtrail:DescribeTrails', () =>
      client.send(new DescribeTrailsCommand({ includeShadowTrails: true })),
    );
    const fitting = trailList.filter(
      ({ IncludeGlobalServiceEvents, IsMultiRegionTrail, HomeRegion }) =>
        IncludeGlobalServiceEvents === true && (IsMultiRegionTrail === true || HomeRegion === 'us-east-1'),
    );
    const logging: typeof fitting = [];
    for (const trail of fitting) {
      const command = new GetTrailStatusCommand({ Name: trail.TrailARN });
      const { IsLogging } = await ask('cloudtrail:GetTrailStatus', () => client.send(command));
      if (IsLogging === true) logging.push(trail);
    }
    const [best] = [...logging].sort((a, b) => Number(b.IsOrganizationTrail) - Number(a.IsOrganizationTrail));
    if (best === undefined) {
      return {
        check,
        state: 'missing',
        detail: `no trail that is logging holds IAM's events here; ${trailList.length} trails were looked at`,
        remediation:
          'make a trail of the organization for all regions with management events, in the console of CloudTrail',
      };
    }
    if (best.IsOrganizationTrail === true)
      return { check, state: 'ready', detail: `${best.Name}, of the organization` };
    const detail = `${best.Name} is of this account alone: every member needs a trail of its own, or its events do not arise`;
    const remediation = 'make a trail of the organization, or see that each account has one';
    return { check, state: 'warning', detail, remediation };
  });
}
