import {
  DeleteObjectCommand,
  GetBucketPolicyCommand,
  ListObjectVersionsCommand,
  PutBucketPolicyCommand,
  type S3Client,
} from '@aws-sdk/client-s3';

interface Policy {
  readonly Statement: readonly { readonly Sid: string }[];
}

/** The commands of the runbook, "A member stops every query", one by one. */
export async function endPoison(s3: S3Client, Bucket: string, Key: string): Promise<void> {
  const { Policy: text = '' } = await s3.send(new GetBucketPolicyCommand({ Bucket }));
  const policy = JSON.parse(text) as Policy;
  const Statement = policy.Statement.filter(({ Sid }) => Sid !== 'NothingIsDeleted');
  const open = JSON.stringify({ ...policy, Statement });
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: open }));
  const { Versions = [], DeleteMarkers = [] } = await s3.send(
    new ListObjectVersionsCommand({ Bucket, Prefix: Key }),
  );
  for (const { VersionId } of [...Versions, ...DeleteMarkers]) {
    await s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
  }
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: text }));
}
