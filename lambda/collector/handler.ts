import { IAMClient } from '@aws-sdk/client-iam';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import { version } from '../../package.json';
import { readAccountName, type Session } from './account-name';
import { collect } from './collect';
import { clientSettings } from './client-settings';
import { reserveMs, type CollectorEvent } from './contract';
import { readInvocation, type InvocationContext } from './invocation';
import { s3ReportStore } from './report-store';

export async function handler(event: CollectorEvent, context: InvocationContext) {
  const invocation = readInvocation(event, context, process.env, new Date());
  const { request, bucket, bucketOwner, bucketRegion, roleArn } = invocation;
  const organizations = (credentials: Session) => new OrganizationsClient({ ...clientSettings, credentials });
  const sts = new STSClient(clientSettings);
  const s3 = new S3Client({ ...clientSettings, ...(bucketRegion && { region: bucketRegion }) });
  const deps = {
    iam: new IAMClient(clientSettings),
    accountName: () => readAccountName({ sts, organizations, roleArn }, request.accountId),
    store: s3ReportStore(s3, bucket, bucketOwner),
    now: () => new Date(),
    sleep: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
    random: () => Math.random(),
    remainingMs: () => context.getRemainingTimeInMillis() - reserveMs,
    version,
  };
  console.log(JSON.stringify(await collect(deps, request)));
}
