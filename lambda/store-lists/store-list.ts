import type { S3Client } from '@aws-sdk/client-s3';
import type { CustomResourceEvent, CustomResourceResult } from '../shared/custom-resource/event';
import { putObject } from '../shared/object-store/put-object';
import { whilePropagating, type PropagationWait } from '../shared/runtime/propagation';
import type { StoreListProperties } from './contract';

type ListEvent = Pick<CustomResourceEvent, 'RequestType' | 'ResourceProperties'>;

/** The resource's physical id: the list's key. */
export function listId({ ResourceProperties }: Pick<ListEvent, 'ResourceProperties'>): string {
  return (ResourceProperties as unknown as StoreListProperties).Key;
}

/** Puts the list where its table reads it. Deleting the resource leaves it, as everything in the bucket. */
export async function storeList(
  event: ListEvent,
  s3: Pick<S3Client, 'send'>,
  wait: PropagationWait,
): Promise<CustomResourceResult> {
  if (event.RequestType !== 'Delete') {
    const { Bucket, BucketOwner, Key, Csv } = event.ResourceProperties as unknown as StoreListProperties;
    const bucket = { name: Bucket, owner: BucketOwner };
    const put = { key: Key, body: Csv, contentType: 'text/csv' };
    await whilePropagating(() => putObject(s3, bucket, put), wait);
  }
  return { physicalResourceId: listId(event) };
}
