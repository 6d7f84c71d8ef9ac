import { join } from 'node:path';
import { dashboardPage, writePage } from '../../dashboard/dashboard-page';
import { dashboardFile } from '../output-folder';
import { demoDays } from '../days';
import type { Chapter } from './chapter';

/** The same story as a page, and where it is. */
export const dashboardChapter: Chapter = async ({ folder, athena }) => {
  const file = join(folder, dashboardFile);
  await writePage(await dashboardPage(athena, demoDays.length), file);
  return `The dashboard, one file to open in a browser:\n  ${file}\n`;
};
