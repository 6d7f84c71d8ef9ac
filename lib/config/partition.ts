import { RegionInfo } from 'aws-cdk-lib/region-info';

/** The partition of a region, such as `aws` or `aws-us-gov`; `aws` for a region that is not known yet. */
export function partitionOf(region: string): string {
  return RegionInfo.get(region).partition ?? 'aws';
}
