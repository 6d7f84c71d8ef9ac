import type { PutObjectCommand } from '@aws-sdk/client-s3';

/** Connections that were never made: nothing was put. */
const neverSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

/**
 * Tells of every attempt at a put that may have stored the object although it failed. The SDK tries again by itself, and
 * its last error says nothing of the attempts before.
 */
export function watchAttempts(command: PutObjectCommand, unanswered: () => void): void {
  // Inside of the retries, and outside of what makes an error of an answer.
  command.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (mayBeStored(error)) unanswered();
        throw error;
      }
    },
    { name: 'watchAttempts', step: 'finalizeRequest', priority: 'low' },
  );
}

/** No answer came, or S3 answers that it failed; 503 alone means that it did not begin. */
function mayBeStored(error: unknown): boolean {
  const { $metadata, code } = error as { $metadata?: { httpStatusCode?: number }; code?: unknown };
  const status = $metadata?.httpStatusCode;
  return status === undefined ? !neverSent.includes(String(code)) : status >= 500 && status !== 503;
}
