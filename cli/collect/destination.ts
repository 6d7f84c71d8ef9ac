import { mkdirSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import type { ObjectStore } from '../../lambda/shared/object-store/object-store';
import { readObject } from '../../lambda/shared/object-store/read-object';
import { s3ObjectStore } from '../../lambda/shared/object-store/s3-object-store';
import type { Waits } from '../../lambda/shared/runtime/waits';
import { awsSettings, type AwsOptions } from '../aws-settings';
import { CommandError } from '../command-error';
import { writeWhole, writeWholeNew } from '../output/write-whole';
import { readIfThere } from '../read-if-there';

/** A store that can also be read: an object's bytes, undefined when there is none. */
export interface ReadableStore extends ObjectStore {
  read(key: string): Promise<Uint8Array | undefined>;
}

/** Where collected objects go: a folder, which is made now, or a bucket that must belong to the given account. */
export type Destination = (bucketOwner: string) => ReadableStore;

/**
 * Reads where collected objects go: a folder, or `s3://bucket`. Both get the same keys.
 * @throws CommandError for a bucket with a prefix, since the keys are fixed, and a folder that cannot be made
 */
export function readDestination(out: string, aws: AwsOptions, waits: Waits): Destination {
  if (!/^s3:/i.test(out)) {
    refuseFile(out);
    return () => folderStore(out);
  }
  const name = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/?$/.exec(out)?.[1];
  if (name === undefined) {
    throw new CommandError(
      `--out ${out} is no bucket: it must be s3://bucket without a prefix, the keys are fixed`,
    );
  }
  const s3 = new S3Client({ ...awsSettings(aws), followRegionRedirects: true });
  return (owner) => ({
    ...s3ObjectStore(s3, { name, owner }, waits),
    read: (key) => readObject(s3, { name, owner }, key),
  });
}

/** What is no folder is refused before AWS is asked. */
function refuseFile(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new CommandError(`--out ${folder} cannot be a folder: a file lies there`);
}

function folderStore(folder: string): ReadableStore {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new CommandError(`--out ${folder} cannot be a folder: ${(error as Error).message}`);
  }
  const fileOf = async (key: string) => {
    await mkdir(dirname(join(folder, key)), { recursive: true });
    return join(folder, key);
  };
  return {
    replace: async (key, body) => writeWhole(await fileOf(key), body),
    putNew: async (key, body) => ((await writeWholeNew(await fileOf(key), body)) ? 'stored' : 'exists'),
    read: (key) => readIfThere(join(folder, key)),
  };
}
