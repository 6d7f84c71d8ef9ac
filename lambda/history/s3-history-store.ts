import { paginateListObjectsV2, type ListObjectsV2CommandOutput, type S3Client } from '@aws-sdk/client-s3';
import type { OwnedBucket } from '../shared/object-store/owned-bucket';
import { putObject } from '../shared/object-store/put-object';
import { readObject, readVersion } from '../shared/object-store/read-object';
import { type HistoryStore, type ListedObject, ObjectChanged } from './history-store';

/** The history of a bucket. */
export function s3HistoryStore(s3: S3Client, bucket: OwnedBucket): HistoryStore {
  const pages = (Prefix: string, Delimiter?: string): AsyncIterable<ListObjectsV2CommandOutput> =>
    paginateListObjectsV2(
      { client: s3 },
      // A member may put a name that XML cannot hold.
      { Bucket: bucket.name, ExpectedBucketOwner: bucket.owner, Prefix, Delimiter, EncodingType: 'url' },
    );
  const list = async function* (prefix: string): AsyncGenerator<ListedObject> {
    for await (const { Contents = [] } of pages(prefix))
      for (const { Key = '', Size = 0, ETag = '' } of Contents)
        yield { key: decoded(Key), size: Size, etag: ETag };
  };
  return {
    url: `s3://${bucket.name}/`,
    list,
    async days(prefix, month) {
      const days: string[] = [];
      for await (const { CommonPrefixes = [] } of pages(`${prefix}/${month}/`, '/'))
        for (const { Prefix = '' } of CommonPrefixes)
          days.push(
            decoded(Prefix)
              .slice(prefix.length + 1)
              .replace(/\/$/, ''),
          );
      return days;
    },
    async read(key) {
      // Whoever may list some prefixes alone does not learn that an object is missing: S3 denies it.
      for await (const found of list(key)) if (found.key === key) return readObject(s3, bucket, key);
      return undefined;
    },
    async readListed(object, abortSignal) {
      const bytes = await readVersion(s3, bucket, object, abortSignal);
      if (bytes === undefined) throw new ObjectChanged(object.key);
      return bytes;
    },
    replace: (key, body, contentType) => putObject(s3, bucket, { key, body, contentType }),
  };
}

/** Lists are encoded as forms are. */
function decoded(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}
