import type { S3Client } from '@aws-sdk/client-s3';
import { PutObjectCommand } from '@aws-sdk/client-s3';

/** Where reports and run records go. Keys are those of `object-key.ts`. */
export interface ReportStore {
  /** Stores an object unless one with this key exists, which is left as it is. */
  putNew(key: string, body: Uint8Array | string, contentType: string): Promise<'stored' | 'exists'>;
  /** Stores an object in place of what is there. */
  replace(key: string, body: Uint8Array | string, contentType: string): Promise<unknown>;
}

/** Attempts at a conditional put that loses a race: S3 answers 409 and asks to try again. */
const conflictAttempts = 5;

/** A store in an S3 bucket that `bucketOwner` must own. */
export function s3ReportStore(s3: Pick<S3Client, 'send'>, bucket: string, bucketOwner?: string): ReportStore {
  const put = (key: string, body: Uint8Array | string, contentType: string, ifNoneMatch?: '*') =>
    s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        ExpectedBucketOwner: bucketOwner,
        Key: key,
        Body: body,
        ContentType: contentType,
        IfNoneMatch: ifNoneMatch,
      }),
    );
  return {
    replace: put,
    async putNew(key, body, contentType) {
      for (let attempt = 1; ; attempt++) {
        try {
          await put(key, body, contentType, '*');
          return 'stored';
        } catch (error) {
          const { $metadata } = error as { $metadata?: { httpStatusCode?: number } };
          if ($metadata?.httpStatusCode === 412) return 'exists';
          if ($metadata?.httpStatusCode !== 409 || attempt === conflictAttempts) throw error;
        }
      }
    },
  };
}
