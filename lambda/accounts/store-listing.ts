import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { accountsKey } from '../report/object-key';
import type { AccountLine } from './account-line';

/** The listing as JSON Lines. */
export function listingText(lines: readonly AccountLine[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/**
 * Stores a day's listing; a later one of the same day replaces it.
 * @param bucketOwner account that must own the bucket, so that one that changed hands is refused
 */
export async function storeListing(
  s3: Pick<S3Client, 'send'>,
  bucket: { readonly name: string; readonly owner: string },
  day: Date,
  lines: readonly AccountLine[],
): Promise<string> {
  const key = accountsKey(day);
  await s3.send(
    new PutObjectCommand({
      Bucket: bucket.name,
      ExpectedBucketOwner: bucket.owner,
      Key: key,
      Body: listingText(lines),
      ContentType: 'application/x-ndjson',
    }),
  );
  return key;
}
