import {
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  type CloudTrailClient,
  type Trail,
} from '@aws-sdk/client-cloudtrail';
import { ask } from './call-failed';
import { tryCheck, tryDetail, type CheckResult } from './check-result';
import { dataEventsText } from './data-events-text';

const check = 'trail to ask';

/** `trail` of `config.ts`, as far as a trail can be held against it. */
export interface AskedTrail {
  readonly account?: string;
  readonly bucket?: string;
  readonly prefix?: string;
  readonly organizationId?: string;
  readonly keyArn?: string;
}

type Client = Pick<CloudTrailClient, 'send'>;

/** Does a trail write where `config.ts` says, as it says, and what does it log. */
export function checkAskedTrail(client: Client, asked: AskedTrail): Promise<CheckResult> {
  return tryCheck(check, async () => {
    const { trailList = [] } = await ask('cloudtrail:DescribeTrails', () =>
      client.send(new DescribeTrailsCommand({ includeShadowTrails: true })),
    );
    const there = trailList.filter(({ S3BucketName }) => S3BucketName === asked.bucket);
    const [trail] = [...there].sort((a, b) => differences(a, asked).length - differences(b, asked).length);
    if (trail === undefined) {
      return {
        check,
        state: 'warning',
        detail: `no trail that is seen from here writes into ${asked.bucket}; ${trailList.length} trails were looked at`,
        remediation: `correct trail.bucket in config.ts, or run preflight with credentials of the account whose trail it is`,
      };
    }
    const wrong = differences(trail, asked);
    if (wrong.length > 0) {
      const remediation = 'correct trail in config.ts';
      return { check, state: 'missing', detail: `${trail.Name}: ${wrong.join('; ')}`, remediation };
    }
    return { check, state: 'ready', detail: `${trail.Name}${await logged(client, trail)}` };
  });
}

/** Where a trail is not as the options say. */
function differences(trail: Trail, { prefix, organizationId, keyArn }: AskedTrail): readonly string[] {
  const { S3KeyPrefix, IsOrganizationTrail, KmsKeyId } = trail;
  return [
    ...((S3KeyPrefix ?? '') === (prefix ?? '')
      ? []
      : [`its prefix is ${JSON.stringify(S3KeyPrefix ?? '')}, in config.ts ${JSON.stringify(prefix ?? '')}`]),
    ...((IsOrganizationTrail === true) === (organizationId !== undefined)
      ? []
      : [
          IsOrganizationTrail === true
            ? 'it is of the organization, and trail.organizationId is not set'
            : 'it is of one account, and trail.organizationId is set',
        ]),
    ...((KmsKeyId ?? '') === (keyArn ?? '')
      ? []
      : [`its key is ${KmsKeyId ?? 'that of S3'}, in config.ts ${keyArn ?? 'none is set'}`]),
  ];
}

/** Regions, and which data events, since what is done with objects is in no other. */
async function logged(client: Client, { TrailARN, IsMultiRegionTrail, HomeRegion }: Trail): Promise<string> {
  const regions = IsMultiRegionTrail === true ? ', of all regions' : `, of ${HomeRegion} alone`;
  const command = new GetEventSelectorsCommand({ TrailName: TrailARN });
  const dataEvents = await tryDetail('whether it logs data events', async () => {
    const selectors = await ask('cloudtrail:GetEventSelectors', () => client.send(command));
    return `; ${dataEventsText(selectors)}`;
  });
  return regions + dataEvents;
}
