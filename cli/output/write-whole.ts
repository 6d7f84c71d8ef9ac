import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CommandError } from '../command-error';

/** Opens a file that must not be there. */
export type OpenNew = (file: string) => Promise<FileHandle>;

const openNew: OpenNew = (file) => open(file, 'wx');

/**
 * Writes a file beside its place and moves it there when it is on the disk: whoever looks finds all of it or what was
 * there before. What is no plain file, such as /dev/stdout, is written as it is.
 * @throws CommandError for a full disk
 */
export async function writeWhole(file: string, body: Uint8Array | string, opening = openNew): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found !== undefined && !found.isFile()) return writeFile(file, body);
  const place = found === undefined ? file : await realpath(file);
  // Readers pass over names that begin with a dot.
  const beside = join(dirname(place), `.${randomUUID()}.part`);
  try {
    const handle = await opening(beside);
    try {
      await handle.writeFile(body);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { force: true });
    throw fullDisk(error, file);
  }
}

/** As `writeWhole`, unless the file is there. @returns whether it was written */
export async function writeWholeNew(
  file: string,
  body: Uint8Array | string,
  opening = openNew,
): Promise<boolean> {
  try {
    // Taken by one alone; what is moved onto it is whole.
    await (await openNew(file)).close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fullDisk(error, file);
  }
  try {
    await writeWhole(file, body, opening);
    return true;
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

function fullDisk(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error;
  return new CommandError(`there is no space left for ${file} (${code}), nothing of it was kept`);
}
