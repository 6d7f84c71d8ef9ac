import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TrailFile, TrailPlace } from '../../local/trail';
import { writeWhole } from '../output/write-whole';
import { readIfThere } from '../read-if-there';

/** A place of which every file that was read is kept on this machine, so that it is read once. */
export interface KeptPlace extends TrailPlace {
  /** Those of the files that are not kept yet. */
  missing(files: readonly TrailFile[]): Promise<readonly TrailFile[]>;
}

/** CloudTrail never changes a file, so one of the listed size is the listed file. */
export function keptPlace(place: TrailPlace, folder: string): KeptPlace {
  const fileOf = ({ path }: TrailFile) => join(folder, path);
  return {
    ...place,
    async missing(files) {
      const missing: TrailFile[] = [];
      for (const file of files) {
        const kept = await stat(fileOf(file)).catch(() => undefined);
        if (kept?.size !== file.bytes) missing.push(file);
      }
      return missing;
    },
    async read(file) {
      const kept = await readIfThere(fileOf(file));
      if (kept?.length === file.bytes) return kept;
      const body = await place.read(file);
      // Nobody else's to read: it tells what everybody did.
      await mkdir(dirname(fileOf(file)), { recursive: true, mode: 0o700 });
      await writeWhole(fileOf(file), body);
      return body;
    },
  };
}
