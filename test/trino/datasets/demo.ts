import { collectDays } from '../../../cli/demo/collect-days';
import { demoDays, lastDay } from '../../../cli/demo/days';
import { writeExceptions } from '../../../cli/demo/exceptions';
import type { Dataset } from './dataset';

/** What the demo leaves in its folder: thirteen accounts over thirty days, collected by the artifact itself. */
export async function demoDataset(folder: string): Promise<Dataset> {
  await collectDays(folder, demoDays, () => undefined);
  writeExceptions(folder);
  return { name: 'demo', folder, now: `${lastDay}T12:00:00Z` };
}
