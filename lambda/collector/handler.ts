import { IAMClient } from '@aws-sdk/client-iam';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import { version } from '../../package.json';
import { s3ObjectStore } from '../shared/object-store/s3-object-store';
import { runtimeWaits } from '../shared/runtime/waits';
import { readAccountName, type Session } from './account-name';
import { collect } from './collect';
import { clientSettings } from './client-settings';
import { reserveMs, type CollectorEvent } from './contract';
import { readInvocation, type InvocationContext } from './invocation';

export async function handler(event: CollectorEvent, context: InvocationContext) {
  const invocation = readInvocation(event, context, process.env, new Date());
  const { request, bucket, bucketRegion, roleArn } = invocation;
  const organizations = (credentials: Session) => new OrganizationsClient({ ...clientSettings, credentials });
  const sts = new STSClient(clientSettings);
  const s3 = new S3Client({ ...clientSettings, ...(bucketRegion && { region: bucketRegion }) });
  const deps = {
    iam: new IAMClient(clientSettings),
    accountName: () => readAccountName({ sts, organizations, roleArn }, request.accountId),
    store: s3ObjectStore(s3, bucket, runtimeWaits),
    now: () => new Date(),
    ...runtimeWaits,
    remainingMs: () => context.getRemainingTimeInMillis() - reserveMs,
    version,
  };
  console.log(JSON.stringify(await collect(deps, request)));
}
