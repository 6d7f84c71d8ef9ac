import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { daysBefore } from '../report/days-before';
import { dayPath, prefixes } from '../report/object-key';
import type { OwnedBucket } from '../shared/object-store/owned-bucket';
import { inTurns } from '../shared/runtime/in-turns';
import { listedDays, maxListedPages } from './contract';
import type { StoredObject } from './volumes';

/** What members write, below a day each. */
const written = [prefixes.reports, prefixes.facts, prefixes.runs];

/** So many lists are asked for at a time. */
const atATime = 10;

/**
 * Lists what members handed in under today and the days before. Of a day that somebody filled only the first pages count, which
 * is far more than an alarm needs.
 * @throws what S3 answers
 */
export async function listDays(s3: S3Client, bucket: OwnedBucket, now: Date): Promise<StoredObject[]> {
  const folders = Array.from({ length: listedDays }, (_, days) => dayPath(daysBefore(now, days))).flatMap(
    (day) => written.map((prefix) => `${prefix}/${day}/`),
  );
  return (await inTurns(folders, atATime, (folder) => listFolder(s3, bucket, folder))).flat();
}

async function listFolder(s3: S3Client, bucket: OwnedBucket, Prefix: string): Promise<StoredObject[]> {
  const objects: StoredObject[] = [];
  let pages = 0;
  const input = { Bucket: bucket.name, ExpectedBucketOwner: bucket.owner, Prefix };
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, input)) {
    for (const { Key = '', Size = 0 } of Contents) objects.push({ key: Key, size: Size });
    if (++pages === maxListedPages) break;
  }
  return objects;
}
