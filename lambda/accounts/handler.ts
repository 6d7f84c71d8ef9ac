import { IAMClient } from '@aws-sdk/client-iam';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';
import type { AccountsEvent } from './contract';
import { runtimeWaits } from '../shared/runtime/waits';
import { s3ObjectStore } from '../shared/object-store/s3-object-store';
import { isRootCentrallyManaged } from './central-root-access';
import { listAccounts } from './list-accounts';
import { readSettings } from './settings';
import { storeAccountList } from './store-account-list';

/** Organizations allows few requests a second and shares them with everyone: back off for up to a minute. */
const maxAttempts = 10;

export async function handler(event: AccountsEvent): Promise<void> {
  const { scope, bucket, scheduledAt } = readSettings(event, process.env, new Date());
  const warnings: string[] = [];
  const organizations = new OrganizationsClient({ maxAttempts });
  const warn = (text: string) => warnings.push(text);
  const rootCentrallyManaged = await isRootCentrallyManaged(new IAMClient({ maxAttempts }), warn);
  const lines = await listAccounts(organizations, { ...scope, rootCentrallyManaged }, warn);
  const s3 = new S3Client({ region: bucket.region, maxAttempts });
  const store = s3ObjectStore(s3, bucket, runtimeWaits);
  const key = await storeAccountList(store, scheduledAt, lines);
  console.log(JSON.stringify({ key, accounts: lines.length, warnings }));
}
