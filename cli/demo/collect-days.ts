import { IAMClient } from '@aws-sdk/client-iam';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';
import { isRootCentrallyManaged } from '../../lambda/accounts/central-root-access';
import { listAccounts } from '../../lambda/accounts/list-accounts';
import { storeAccountList } from '../../lambda/accounts/store-account-list';
import { s3ObjectStore } from '../../lambda/shared/object-store/s3-object-store';
import { runtimeWaits } from '../../lambda/shared/runtime/waits';
import { organizationClock } from '../../local/lambda-environment';
import { startOrganization } from '../../local/organization';
import { bucketName, startCollectors } from './collectors';
import { firstDay, firstFactsDay } from './days';
import { demoFaults, demoOrganization, isSilent } from './organization';
import { managementAccountId } from './organization/identity';
import { unit } from './organization/units';

const msPerMinute = 60_000;

/** Nothing of the demo's organization is unknown. */
const refuse = (text: string) => {
  throw new Error(text);
};

/**
 * Lives through the demo's days: each day the accounts are listed, then every account's collector runs, a few
 * minutes after the one before, as the flexible window of a schedule spreads them.
 */
export async function collectDays(
  folder: string,
  days: readonly string[],
  dayDone: (day: string) => void,
): Promise<void> {
  const clock = organizationClock(new Date(`${firstDay}T00:00:00Z`));
  const buckets = [{ name: bucketName, folder, ownerAccountId: managementAccountId }];
  const organization = await startOrganization({
    organization: demoOrganization,
    buckets,
    now: () => clock.now(),
    faults: demoFaults,
  });
  const collectors = startCollectors(organization, clock);
  const management = {
    endpoint: organization.endpoint,
    credentials: organization.credentials(managementAccountId),
    region: 'us-east-1',
    cacheMiddleware: true,
  };
  const organizations = new OrganizationsClient(management);
  const iam = new IAMClient(management);
  const s3 = new S3Client(management);
  const store = s3ObjectStore(s3, { name: bucketName, owner: managementAccountId }, runtimeWaits);
  try {
    for (const day of days) {
      clock.advanceTo(new Date(`${day}T02:00:00Z`));
      const rootCentrallyManaged = await isRootCentrallyManaged(iam, refuse);
      const scope = {
        managementAccountId,
        targetIds: [unit.root],
        excludedAccountIds: [],
        rootCentrallyManaged,
      };
      const accounts = await listAccounts(organizations, scope, refuse);
      await storeAccountList(store, clock.now(), accounts);

      const scheduledAt = new Date(`${day}T03:00:00Z`);
      const collected = accounts.filter((account) => account.expected && !isSilent(account.account_id, day));
      for (const [turn, { account_id: accountId }] of collected.entries()) {
        clock.advanceTo(new Date(scheduledAt.getTime() + turn * 4 * msPerMinute));
        await collectors.run(accountId, scheduledAt, day < firstFactsDay ? 'none' : 'all');
      }
      dayDone(day);
    }
  } finally {
    await collectors.close();
    organizations.destroy();
    iam.destroy();
    s3.destroy();
    await organization.close();
  }
}
