import { S3Client } from '@aws-sdk/client-s3';
import type { CustomResourceEvent } from '../shared/custom-resource/event';
import { putResponse, respond } from '../shared/custom-resource/respond';
import { exceptionsId, storeExceptions } from './store-exceptions';

export async function handler(event: CustomResourceEvent): Promise<void> {
  const s3 = new S3Client({ maxAttempts: 7 });
  await respond(event, exceptionsId, () => storeExceptions(event, s3), putResponse);
}
