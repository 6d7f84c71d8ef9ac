import type { Call } from '../call';
import { onlyMembers, type JsonInput, type JsonOutput } from '../protocols/json';
import { ServiceError } from '../service-error';

/** A trail of all regions. */
export interface TrailData {
  readonly name: string;
  readonly ownerAccountId: string;
  readonly homeRegion: string;
  /** Whether it is of the organization, so that every account sees it. */
  readonly isOrganizationTrail: boolean;
  readonly bucket: string;
  readonly prefix?: string;
  readonly keyArn?: string;
  /** As `PutEventSelectors` takes them. @default management events alone */
  readonly advancedEventSelectors?: readonly object[];
}

/** DescribeTrails: the caller's own and, seen from members, the organization's. */
export async function describeTrails(
  call: Call<JsonInput>,
  trails: readonly TrailData[],
): Promise<JsonOutput> {
  onlyMembers(call.input, 'cloudtrail:DescribeTrails', ['includeShadowTrails']);
  await call.authorize({ action: 'cloudtrail:DescribeTrails' });
  const withShadows = call.input['includeShadowTrails'] !== false;
  const seen = seenBy(call, trails).filter(({ homeRegion }) => withShadows || homeRegion === call.region);
  return { trailList: seen.map(shapeOf) };
}

/** GetEventSelectors: of a trail by its ARN. */
export async function getEventSelectors(
  call: Call<JsonInput>,
  trails: readonly TrailData[],
): Promise<JsonOutput> {
  onlyMembers(call.input, 'cloudtrail:GetEventSelectors', ['TrailName']);
  const { TrailName: arn } = call.input;
  await call.authorize({ action: 'cloudtrail:GetEventSelectors', resource: String(arn) });
  const trail = seenBy(call, trails).find((one) => arnOf(one) === arn);
  if (trail === undefined)
    throw new ServiceError(
      'TrailNotFoundException',
      400,
      `Unknown trail: ${String(arn)} for the user: ${call.caller.accountId}`,
    );
  const { advancedEventSelectors } = trail;
  return {
    TrailARN: arnOf(trail),
    ...(advancedEventSelectors === undefined
      ? { EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [] }] }
      : { AdvancedEventSelectors: advancedEventSelectors }),
  };
}

function seenBy({ caller }: Call<JsonInput>, trails: readonly TrailData[]): readonly TrailData[] {
  return trails.filter(
    ({ ownerAccountId, isOrganizationTrail }) => isOrganizationTrail || ownerAccountId === caller.accountId,
  );
}

const arnOf = ({ name, ownerAccountId, homeRegion }: TrailData) =>
  `arn:aws:cloudtrail:${homeRegion}:${ownerAccountId}:trail/${name}`;

function shapeOf(trail: TrailData): JsonOutput {
  const { name, homeRegion, isOrganizationTrail, bucket, prefix, keyArn, advancedEventSelectors } = trail;
  return {
    Name: name,
    TrailARN: arnOf(trail),
    HomeRegion: homeRegion,
    S3BucketName: bucket,
    ...(prefix === undefined ? {} : { S3KeyPrefix: prefix }),
    ...(keyArn === undefined ? {} : { KmsKeyId: keyArn }),
    IncludeGlobalServiceEvents: true,
    IsMultiRegionTrail: true,
    IsOrganizationTrail: isOrganizationTrail,
    LogFileValidationEnabled: true,
    HasCustomEventSelectors: advancedEventSelectors !== undefined,
    HasInsightSelectors: false,
  };
}
