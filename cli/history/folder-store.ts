import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type HistoryStore, type ListedObject, ObjectChanged } from '../../lambda/history/history-store';
import type { DataFolder } from '../../local/athena/data-folder';
import { writeWhole } from '../output/write-whole';
import { readIfThere } from '../read-if-there';

/** Writes a file whole or not at all. */
export type WriteFile = (file: string, body: Uint8Array | string) => Promise<void>;

/**
 * The history of a folder laid out as the bucket. Its objects have the entity tags that S3 gives them without a key of its
 * owner, so that a copy of the bucket need not be made anew.
 * @param url what `"$path"` has in front of a key
 */
export function folderStore(folder: DataFolder, url: string, write: WriteFile = writeWhole): HistoryStore {
  const etags = new EntityTags();
  const listed = async (key: string): Promise<ListedObject> => {
    const file = folder.pathOf(key);
    const { size, mtimeMs, ino } = await stat(file);
    return { key, size, etag: await etags.of(file, `${ino} ${mtimeMs} ${size}`) };
  };
  return {
    url,
    async *list(prefix) {
      for (const key of folder.objects(prefix.replace(/\/$/, ''))) yield await listed(key);
    },
    days: (prefix, month) =>
      Promise.resolve(
        folder
          .days(prefix)
          .days.map((day) => day.replaceAll('-', '/'))
          .filter((day) => day.startsWith(`${month}/`)),
      ),
    read: (key) => readIfThere(folder.pathOf(key)),
    async readListed({ key, etag }, signal) {
      const body = await readIfThere(folder.pathOf(key), signal);
      if (body === undefined || tag(createHash('md5').update(body)) !== etag) throw new ObjectChanged(key);
      return body;
    },
    async replace(key, body) {
      await mkdir(dirname(folder.pathOf(key)), { recursive: true });
      await write(folder.pathOf(key), body);
    },
  };
}

/** Entity tags of files; one that did not change is read once only. */
class EntityTags {
  private readonly known = new Map<string, { readonly version: string; readonly etag: string }>();

  async of(file: string, version: string): Promise<string> {
    const known = this.known.get(file);
    if (known?.version === version) return known.etag;
    const hash = createHash('md5');
    try {
      for await (const bytes of createReadStream(file)) hash.update(bytes as Uint8Array);
    } catch {
      // Who reads it says why it cannot be read.
      return '';
    }
    const etag = tag(hash);
    this.known.set(file, { version, etag });
    return etag;
  }
}

function tag(hash: ReturnType<typeof createHash>): string {
  return `"${hash.digest('hex')}"`;
}
