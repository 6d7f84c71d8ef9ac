import { organizationClock } from '../../local/lambda-environment';
import { startOrganization } from '../../local/organization';
import { bucketName } from './collectors';
import { firstDay } from './days';
import { demoFaults, demoOrganization } from './organization';
import { managementAccountId } from './organization/identity';

/** Starts the demo's organization before its first day, with a clock of its own; what it stores goes into the folder. */
export async function startDemoOrganization(folder: string) {
  const clock = organizationClock(new Date(`${firstDay}T00:00:00Z`));
  const organization = await startOrganization({
    organization: demoOrganization,
    buckets: [{ name: bucketName, folder, ownerAccountId: managementAccountId }],
    now: () => clock.now(),
    faults: demoFaults,
  });
  return { organization, clock };
}
