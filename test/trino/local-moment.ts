import { DataFolder } from '../../local/athena/data-folder';
import { knownDays } from '../../local/athena/known-days';
import { momentOf } from '../../local/athena/macros';
import { tableDefinitions } from '../../local/athena/table-definition';
import type { Moment } from './sql/at-moment';

/** What the local engine takes for today and now. */
export function localMoment(
  dataFolder: string,
  given: { readonly now?: string; readonly asOf?: string },
): Moment {
  const now = given.now === undefined ? new Date() : new Date(given.now);
  const { asOf: today } = knownDays(new DataFolder(dataFolder), tableDefinitions(), now, given.asOf);
  return { today, now: momentOf(today, now) };
}
