import type { S3Client } from '@aws-sdk/client-s3';
import type { Waits } from '../runtime/waits';
import type { ObjectStore } from './object-store';
import type { OwnedBucket } from './owned-bucket';
import { putObjectCommand } from './put-object';
import { watchAttempts } from './watch-attempts';

/** Tries at a put that meets another one of the same key: S3 answers 409 and asks to try again. */
const conflictTries = 5;
/** Wait after the first of them, in milliseconds; each is twice the last. */
const firstWaitMs = 250;

/** A store in an S3 bucket. */
export function s3ObjectStore(s3: Pick<S3Client, 'send'>, bucket: OwnedBucket, waits: Waits): ObjectStore {
  return {
    async putNew(key, body, contentType, abortSignal) {
      let unanswered = false;
      for (let attempt = 1; ; attempt++) {
        const command = putObjectCommand(bucket, { key, body, contentType }, '*');
        watchAttempts(command, () => (unanswered = true));
        try {
          await s3.send(command, { ...(abortSignal && { abortSignal }) });
          return 'stored';
        } catch (error) {
          const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
          if (status === 412) return unanswered ? 'likely-stored' : 'exists';
          if (status !== 409 || attempt === conflictTries) throw error;
        }
        await waits.sleep(firstWaitMs * 2 ** (attempt - 1) * (0.5 + waits.random() / 2));
      }
    },
    replace: (key, body, contentType) => s3.send(putObjectCommand(bucket, { key, body, contentType })),
  };
}
