import path from 'node:path';
import { notImplemented, ServiceError } from '../service-error';

/** Names of files that are still being written; no key may use them. */
const unfinished = /^\.[0-9a-f-]{36}\.part$/;

/** A new name for a file that is still being written. */
export function unfinishedName(uuid: string): string {
  return `.${uuid}.part`;
}

export function isUnfinished(fileName: string): boolean {
  return unfinished.test(fileName);
}

/**
 * Where a key lies in the bucket's folder. Keys that a folder cannot hold, or that would lead out of it, are legal
 * on S3 but refused here.
 */
export function pathOfKey(folder: string, key: string): string {
  // S3's limit: 1,024 bytes of UTF-8.
  if (Buffer.byteLength(key) > 1024) throw new ServiceError('KeyTooLongError', 400, 'Your key is too long');
  for (const segment of key.split('/')) {
    const bad =
      segment === '' ||
      segment === '.' ||
      segment === '..' ||
      segment.includes('\0') ||
      segment.includes(path.win32.sep) ||
      Buffer.byteLength(segment) > 255 ||
      unfinished.test(segment);
    if (bad) throw notImplemented(`keys that do not fit a folder: ${JSON.stringify(key)}`);
  }
  return path.join(folder, ...key.split('/'));
}
