import type { AskedDays } from '../day-options';
import type { StoredObject } from './stored-objects';

/** A filter for the days asked for. An object whose key tells no day is always chosen: it is out of place. */
export function chooseDays(
  objects: readonly StoredObject[],
  asked: AskedDays,
): (object: StoredObject) => boolean {
  if (!asked) return () => true;
  const days = [...new Set(objects.flatMap(({ day }) => day ?? []))].sort();
  const { from = '', to = '9999' } = 'last' in asked ? { from: days.at(-asked.last) ?? '' } : asked;
  return ({ day }) => day === undefined || (day >= from && day <= to);
}
