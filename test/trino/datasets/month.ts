import { collectDays } from '../../../cli/demo/collect-days';
import { demoDays, lastDay } from '../../../cli/demo/days';
import { writeExceptions } from '../../../cli/demo/exceptions';
import type { Dataset } from './dataset';
import { addRandomAccounts } from './random';

/**
 * What the demo leaves in its folder, thirteen accounts over thirty days, collected by the artifact itself; and forty accounts
 * of chance beside them.
 */
export async function monthDataset(folder: string): Promise<Dataset> {
  await collectDays(folder, demoDays, () => undefined);
  writeExceptions(folder);
  addRandomAccounts(folder);
  return { name: 'month', folder, now: `${lastDay}T12:00:00Z`, withSteps: false };
}
