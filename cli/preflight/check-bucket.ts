import { ListBucketsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { ask, isAnswer } from './call-failed';
import { incomplete, tryCheck, type CheckResult } from './check-result';
import type { PreflightClients } from './clients';
import { stackStatus } from './stack-status';

const check = 'bucket';
const stack = 'CredentialReportStorage';

/** Is the bucket's name free, or the bucket deployed: one that an earlier installation kept must be imported. */
export function checkBucket(
  { s3, cloudFormation }: Pick<PreflightClients, 's3' | 'cloudFormation'>,
  accountId: string,
  region: string,
): Promise<CheckResult> {
  const name = `credential-reports-${accountId}-${region}`;
  const look = async (): Promise<CheckResult> => {
    const owned = await ask('s3:ListAllMyBuckets', () => s3.send(new ListBucketsCommand({ Prefix: name })));
    if (owned.Buckets === undefined) return incomplete(check, 's3:ListAllMyBuckets', 'buckets');
    if (owned.Buckets.some(({ Name }) => Name === name)) {
      const status = await stackStatus(cloudFormation, stack);
      if (status !== undefined) return { check, state: 'ready', detail: `${name}, of ${stack} (${status})` };
      const detail = `${name} was kept by an earlier installation, and ${stack} is not deployed`;
      const remediation = 'npx cdk deploy --all --import-existing-resources';
      return { check, state: 'missing', detail, remediation };
    }
    if (!(await existsElsewhere(s3, name))) return { check, state: 'ready', detail: `${name} is free` };
    return {
      check,
      state: 'missing',
      detail: `${name} belongs to another account: the names of buckets are the world's`,
      remediation: 'choose another region, or another dataAccount in config.ts',
    };
  };
  return tryCheck(check, look, { byRegion: true });
}

async function existsElsewhere(s3: PreflightClients['s3'], Bucket: string): Promise<boolean> {
  try {
    await ask('s3:ListBucket', () => s3.send(new ListObjectsV2Command({ Bucket, MaxKeys: 1 })));
    return true;
  } catch (error) {
    if (isAnswer(error, 'NoSuchBucket')) return false;
    // S3 does not tell strangers why; what it explains is about these credentials.
    if (isAnswer(error, 'AccessDenied') && /^Access Denied$/i.test(error.message)) return true;
    throw error;
  }
}
