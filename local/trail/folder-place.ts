import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { TrailError } from './errors';
import type { TrailFile, TrailPlace } from './trail-place';

/** A folder of this machine. */
export function folderPlace(folder: string): TrailPlace {
  const entriesOf = (path: string) =>
    readdir(join(folder, path), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
      if (path === '') throw new TrailError(`there is no folder ${folder}`);
      return [];
    });
  const filesOf = async (path: string): Promise<TrailFile[]> => {
    const names = (await entriesOf(path)).filter((entry) => entry.isFile()).map(({ name }) => name);
    return Promise.all(
      names.sort().map(async (name) => ({
        path: `${path}${name}`,
        bytes: (await stat(join(folder, path, name))).size,
      })),
    );
  };
  return {
    name: folder,
    async folders(path) {
      const entries = await entriesOf(path);
      return entries
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort();
    },
    async files(path, days) {
      const files: TrailFile[] = [];
      for (const day of days) files.push(...(await filesOf(`${path}${day.replaceAll('-', '/')}/`)));
      return files;
    },
    read: ({ path }) => readFile(join(folder, path)),
  };
}
