import { paginateListObjectsV2, type S3Client, type _Object } from '@aws-sdk/client-s3';
import type { OwnedBucket } from '../../lambda/shared/object-store/owned-bucket';
import { readObject } from '../../lambda/shared/object-store/read-object';
import { TrailError, type TrailFile, type TrailPlace } from '../../local/trail';
import { awsError } from '../aws-error';

/** A trail's bucket as a place, and what it was asked. */
export interface S3Place extends TrailPlace {
  /** LIST requests so far. */
  lists(): number;
}

/** Names that CloudTrail gives; others could lead out of the folder that keeps what was read. */
const plainPath = /^[\w=+-][\w.=+-]*(?:\/[\w=+-][\w.=+-]*)*$/;

/**
 * A place in S3. Needs `s3:ListBucket` on the prefixes that are looked at, and `s3:GetObject`.
 * @param base where in the bucket: empty or ending in a slash
 */
export function s3Place(s3: S3Client, bucket: OwnedBucket, base: string): S3Place {
  const name = `s3://${bucket.name}/${base}`;
  let lists = 0;
  const pages = async function* (input: { Prefix: string; Delimiter?: string; StartAfter?: string }) {
    const request = { Bucket: bucket.name, ExpectedBucketOwner: bucket.owner, ...input };
    try {
      for await (const page of paginateListObjectsV2({ client: s3 }, request)) {
        lists++;
        yield page;
      }
    } catch (error) {
      throw awsError(error, `listing s3://${bucket.name}/${input.Prefix}`);
    }
  };
  return {
    name,
    lists: () => lists,
    async folders(path) {
      const prefix = `${base}${path}`;
      const names: string[] = [];
      for await (const { CommonPrefixes = [] } of pages({ Prefix: prefix, Delimiter: '/' }))
        names.push(...CommonPrefixes.map(({ Prefix = '' }) => Prefix.slice(prefix.length, -1)));
      return names;
    },
    async files(path, days) {
      const [first, last] = [days.at(0), days.at(-1)].map((day) => (day ?? '').replaceAll('-', '/'));
      if (first === undefined || last === undefined || first === '') return [];
      const prefix = `${base}${path}`;
      const files: TrailFile[] = [];
      // In the order of keys, which is that of days: one list of many days, not one for each.
      for await (const { Contents = [] } of pages({ Prefix: prefix, StartAfter: `${prefix}${first}` })) {
        const within = Contents.filter(
          ({ Key = '' }) => Key.slice(prefix.length, prefix.length + 10) <= last,
        );
        files.push(...within.flatMap((one) => fileOf(one, base)));
        if (within.length < Contents.length) break;
      }
      return files;
    },
    async read({ path }) {
      const body = await readObject(s3, bucket, `${base}${path}`).catch((error: unknown) => {
        // Of this object alone; whatever else S3 refuses it refuses of all.
        if ((error as Error).name === 'InvalidObjectState')
          throw new TrailError('it is in archive storage and must be restored first');
        throw awsError(error, `reading ${name}${path}`);
      });
      if (body === undefined) throw new TrailError('it is gone since it was listed');
      return body;
    },
  };
}

function fileOf({ Key = '', Size = 0 }: _Object, base: string): TrailFile[] {
  const path = Key.slice(base.length);
  return plainPath.test(path) ? [{ path, bytes: Size }] : [];
}
