import recommended from 'aws-cdk-lib/recommended-feature-flags.json';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { context } from '../../cdk.json';

/** What is not as CDK recommends it; why stands in `docs/adr/0012-feature-flags.md`. */
const otherwise = {
  '@aws-cdk/aws-iam:minimizePolicies': false,
  '@aws-cdk/core:enablePartitionLiterals': false,
  '@aws-cdk/core:target-partitions': [
    ...new Set(RegionInfo.regions.map(({ partition }) => partition)),
  ].sort(),
};

test('every feature flag of the library is set, as recommended but for those with a reason', () => {
  expect(context).toEqual({ ...recommended, ...otherwise });
});
