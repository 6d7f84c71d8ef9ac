import { S3Client } from '@aws-sdk/client-s3';
import type { CustomResourceEvent } from '../shared/custom-resource/event';
import { putResponse, respond } from '../shared/custom-resource/respond';
import { sleep } from '../shared/runtime/sleep';
import { listId, storeList } from './store-list';

/** Kept free at the end of the function's time for the response, in milliseconds. */
const reserveMs = 15_000;

export async function handler(
  event: CustomResourceEvent,
  context: { getRemainingTimeInMillis(): number },
): Promise<void> {
  const s3 = new S3Client({ maxAttempts: 7 });
  const wait = { sleep, remainingMs: () => context.getRemainingTimeInMillis() - reserveMs };
  await respond(event, listId(event), () => storeList(event, s3, wait), putResponse);
}
