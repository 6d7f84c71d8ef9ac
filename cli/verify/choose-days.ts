import { daysInRange } from '../../local/athena/days';
import type { AskedDays } from '../day-options';
import type { StoredObject } from './stored-objects';

/**
 * A filter for the days asked for, which mean the same as in a query. An object whose key tells no day is always
 * chosen: it is out of place.
 * @throws NoDayInRangeError when there is none
 */
export function chooseDays(
  objects: readonly StoredObject[],
  asked: AskedDays,
): (object: StoredObject) => boolean {
  if (asked === undefined) return () => true;
  const existing = [...new Set(objects.flatMap(({ day }) => day ?? []))].sort();
  const chosen = new Set(daysInRange(existing, existing.at(-1) ?? '9999-12-31', asked));
  return ({ day }) => day === undefined || chosen.has(day);
}
