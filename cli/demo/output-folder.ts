import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prefixes } from '../../lambda/report/object-key';
import { CommandError } from '../command-error';
import { trailFolder } from './trail/write-trail';

const marker = '.made-by-credential-report-demo';

/** The page that the demo writes beside the objects. */
export const dashboardFile = 'dashboard.html';

/** All that a demo writes besides its marker; what else lies in the folder belongs to the user and stays. */
const madeByDemo: readonly string[] = [...Object.values(prefixes), trailFolder, dashboardFile];

/**
 * Makes the folder ready for a new demo: removes what an earlier one made.
 * @throws CommandError for a folder that holds something and was not made by a demo
 */
export function prepareOutputFolder(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, marker))) {
    throw new CommandError(
      `${folder} was not made by a demo and is left alone: give another folder with --out, or move it away`,
    );
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, marker), 'A demo overwrites what an earlier demo made in this folder.\n');
  for (const name of madeByDemo) rmSync(join(folder, name), { recursive: true, force: true });
}
