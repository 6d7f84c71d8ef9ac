import { demoDays } from '../days';
import { managementAccountId } from '../organization/identity';
import { roleIdentity } from './identities';
import { trailRegions, type TrailEvent } from './trail-event';

/** Where a role looks at alarms: most of a trail is made of roles. */
const places: readonly (readonly [accountId: string, region: string])[] = [
  ...trailRegions.map((region) => ['100000000005', region] as const),
  [managementAccountId, 'us-east-1'],
];

/** What a role does before midnight, which is delivered on the next day. */
export const monitoring: readonly TrailEvent[] = places.flatMap(([accountId, region]) =>
  demoDays.map((day) => ({
    accountId,
    region,
    time: `${day}T23:56:00Z`,
    identity: roleIdentity(accountId),
    service: 'monitoring',
    name: 'DescribeAlarms',
    address: 'monitoring.amazonaws.com',
    agent: 'monitoring.amazonaws.com',
  })),
);
