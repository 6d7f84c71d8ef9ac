import { IAMClient } from '@aws-sdk/client-iam';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';
import type { AccountLine } from '../../lambda/accounts/account-line';
import { isRootCentrallyManaged } from '../../lambda/accounts/central-root-access';
import { listAccounts } from '../../lambda/accounts/list-accounts';
import { storeAccountList } from '../../lambda/accounts/store-account-list';
import { s3ObjectStore } from '../../lambda/shared/object-store/s3-object-store';
import { runtimeWaits } from '../../lambda/shared/runtime/waits';
import { bucketName } from './collectors';
import { startDemoOrganization } from './demo-organization';
import { managementAccountId } from './organization/identity';
import { unit } from './organization/units';

/** The organization's accounts on one day. */
export interface ListedDay {
  readonly day: string;
  readonly accounts: readonly AccountLine[];
}

/** Nothing of the demo's organization is unknown. */
const refuse = (text: string) => {
  throw new Error(text);
};

/** Lists the accounts on each day, an hour before they are collected, and stores the lists. */
export async function listDays(folder: string, days: readonly string[]): Promise<readonly ListedDay[]> {
  const { organization, clock } = await startDemoOrganization(folder);
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
  const listed: ListedDay[] = [];
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
      listed.push({ day, accounts });
    }
  } finally {
    organizations.destroy();
    iam.destroy();
    s3.destroy();
    await organization.close();
  }
  return listed;
}
