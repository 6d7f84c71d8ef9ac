import { IAMClient } from '@aws-sdk/client-iam';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import { s3ObjectStore } from '../shared/object-store/s3-object-store';
import { runtimeWaits } from '../shared/runtime/waits';
import { readAccountName, type Session } from './account-name';
import { collect } from './collect';
import { clientSettings } from './client-settings';
import type { CollectorEvent } from './contract';
import { readInvocation, type InvocationContext } from './invocation';
import { collectorVersion } from './version';

export async function handler(event: CollectorEvent, context: InvocationContext) {
  const { request, bucket, region, roleArn, facts } = readInvocation(event, context, process.env, new Date());
  const organizations = (credentials: Session) => new OrganizationsClient({ ...clientSettings, credentials });
  const source = { sts: new STSClient(clientSettings), organizations, roleArn };
  const s3 = new S3Client({ ...clientSettings, ...(region && { region }) });
  const deps = {
    iam: new IAMClient(clientSettings),
    accountName: (signal: AbortSignal) => readAccountName(source, request.accountId, signal),
    store: s3ObjectStore(s3, bucket, runtimeWaits),
    ...runtimeWaits,
    now: () => new Date(),
    remainingMs: () => context.getRemainingTimeInMillis(),
    version: collectorVersion,
    facts,
  };
  console.log(JSON.stringify((await collect(deps, request)).record));
}
