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
  const { request, bucket, bucketOwner, roleArn } = readInvocation(event, context, process.env, new Date());
  const organizations = (credentials: Session) => new OrganizationsClient({ ...clientSettings, credentials });
  const sts = new STSClient(clientSettings);
  const deps = {
    iam: new IAMClient(clientSettings),
    accountName: () => readAccountName({ sts, organizations, roleArn }, request.accountId),
    store: s3ReportStore(new S3Client(clientSettings), bucket, bucketOwner),
    now: () => new Date(),
    sleep: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
    random: () => Math.random(),
    remainingMs: () => context.getRemainingTimeInMillis() - reserveMs,
    version,
  };
  console.log(JSON.stringify(await collect(deps, request)));
}
