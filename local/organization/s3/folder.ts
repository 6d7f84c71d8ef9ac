import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { notImplemented } from '../service-error';
import { pathOfKey, unfinishedName } from './key-path';

/** Response headers that a put sets on an object and a folder cannot hold; they live as long as the server. */
export type ObjectHeaders = Readonly<Record<string, string>>;

export interface StoredObject {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly modifiedAt: Date;
  readonly headers: ObjectHeaders;
}

/** A bucket's objects as files of a folder. */
export class BucketFolder {
  private readonly headers = new Map<string, ObjectHeaders>();
  private readonly etags = new Map<string, { readonly of: string; readonly etag: string }>();

  constructor(readonly folder: string) {}

  /**
   * Writes an object as a whole or not at all: readers never see half a file. Returns false, and writes nothing,
   * when `onlyNew` is set and the key exists.
   */
  async put(key: string, bytes: Buffer, headers: ObjectHeaders, onlyNew: boolean): Promise<boolean> {
    const target = pathOfKey(this.folder, key);
    const unfinished = path.join(path.dirname(target), unfinishedName(randomUUID()));
    try {
      await writeDeep(unfinished, bytes);
      // A link fails when the name exists, which makes it the only atomic "create with this content".
      if (onlyNew) await link(unfinished, target).finally(() => unlink(unfinished));
      else await rename(unfinished, target);
    } catch (error) {
      if (onlyNew && hasCode(error, 'EEXIST') && !(await stat(target)).isDirectory()) return false;
      if (!onlyNew) await rm(unfinished, { force: true }).catch(() => undefined);
      throw unfit(error, key);
    }
    this.headers.set(key, headers);
    return true;
  }

  /** The object; undefined when there is none. */
  async get(key: string): Promise<StoredObject | undefined> {
    const file = pathOfKey(this.folder, key);
    try {
      const [bytes, { mtime }] = await Promise.all([readFile(file), stat(file)]);
      return { bytes, etag: etagOf(bytes), modifiedAt: mtime, headers: this.headers.get(key) ?? {} };
    } catch (error) {
      if (hasCode(error, 'ENOENT') || hasCode(error, 'EISDIR') || hasCode(error, 'ENOTDIR')) return undefined;
      throw error;
    }
  }

  /** Size, date and entity tag, as lists show them; a file that did not change is read once only. */
  async summary(key: string): Promise<{ size: number; modifiedAt: Date; etag: string } | undefined> {
    const file = pathOfKey(this.folder, key);
    const found = await stat(file).catch(() => undefined);
    if (found === undefined) return undefined;
    const version = `${found.ino} ${found.mtimeMs} ${found.size}`;
    const known = this.etags.get(key);
    const etag = known?.of === version ? known.etag : etagOf(await readFile(file));
    this.etags.set(key, { of: version, etag });
    return { size: found.size, modifiedAt: found.mtime, etag };
  }
}

/** Writes a file, and the folders above it where they are missing. */
async function writeDeep(file: string, bytes: Buffer): Promise<void> {
  try {
    await writeFile(file, bytes);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}

/** The entity tag of an object that was put in one part: the MD5 of its bytes, in quotes. */
export function etagOf(bytes: Buffer): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}

function hasCode(error: unknown, code: string): boolean {
  // Not `instanceof Error`: a test runner's realm has an Error of its own.
  return (error as NodeJS.ErrnoException).code === code;
}

/** A folder cannot hold both `a` and `a/b`, S3 can. */
function unfit(error: unknown, key: string): unknown {
  const clash = ['EEXIST', 'ENOTDIR', 'EISDIR', 'ENOTEMPTY'].some((code) => hasCode(error, code));
  return clash
    ? notImplemented(`a key beside another that is a folder of it: ${JSON.stringify(key)}`)
    : error;
}
