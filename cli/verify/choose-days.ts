import type { DataFolder } from '../../local/athena/data-folder';
import { daysInRange } from '../../local/athena/days';
import { knownDays } from '../../local/athena/known-days';
import { tableDefinitions } from '../../local/athena/table-definition';
import type { AskedDays } from '../day-options';
import type { AccountObject } from './stored-objects';

/**
 * A filter for the days asked for, which mean the same as in a query. An object whose key tells no day is always
 * chosen: it is out of place.
 * @throws NoDayInRangeError, DataFolderError when there is none
 */
export function chooseDays(
  folder: DataFolder,
  asked: AskedDays,
  now: Date,
): (object: AccountObject) => boolean {
  if (asked === undefined) return () => true;
  const { asOf, days } = knownDays(folder, tableDefinitions(), now, undefined);
  const chosen = new Set(daysInRange(days, asOf, asked));
  return ({ day }) => day === undefined || chosen.has(day);
}
