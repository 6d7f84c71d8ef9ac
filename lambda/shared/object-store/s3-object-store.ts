import type { S3Client } from '@aws-sdk/client-s3';
import type { Waits } from '../runtime/waits';
import type { ObjectStore, PutOutcome } from './object-store';
import type { OwnedBucket } from './owned-bucket';
import { putObject, putObjectCommand, type PutRequest } from './put-object';
import { watchAttempts } from './watch-attempts';

/** Tries at a put that meets another one of the same key: S3 answers 409 and asks to try again. */
const conflictTries = 5;
/** Wait after the first of them, in milliseconds; each is twice the last. */
const firstWaitMs = 250;

/** A store in an S3 bucket. */
export function s3ObjectStore(s3: Pick<S3Client, 'send'>, bucket: OwnedBucket, waits: Waits): ObjectStore {
  return {
    putNew: (key, body, contentType, abortSignal) =>
      putNew({ s3, bucket, ...waits }, { key, body, contentType }, abortSignal),
    replace: (key, body, contentType) => putObject(s3, bucket, { key, body, contentType }),
  };
}

async function putNew(
  deps: Waits & { readonly s3: Pick<S3Client, 'send'>; readonly bucket: OwnedBucket },
  request: PutRequest,
  abortSignal: AbortSignal | undefined,
): Promise<PutOutcome> {
  let unanswered = false;
  for (let attempt = 1; ; attempt++) {
    const command = putObjectCommand(deps.bucket, request, '*');
    watchAttempts(command, () => (unanswered = true));
    try {
      await deps.s3.send(command, abortSignal === undefined ? {} : { abortSignal });
      return 'stored';
    } catch (error) {
      const { $metadata } = error as { $metadata?: { httpStatusCode?: number } };
      if ($metadata?.httpStatusCode === 412) return unanswered ? 'likely-stored' : 'exists';
      if ($metadata?.httpStatusCode !== 409 || attempt === conflictTries) throw error;
    }
    await deps.sleep(firstWaitMs * 2 ** (attempt - 1) * (0.5 + deps.random() / 2));
  }
}
