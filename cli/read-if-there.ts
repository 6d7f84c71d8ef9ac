import { readFile } from 'node:fs/promises';

/** A file's bytes; undefined when there is none. */
export function readIfThere(file: string, signal?: AbortSignal): Promise<Buffer | undefined> {
  return readFile(file, { signal }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
