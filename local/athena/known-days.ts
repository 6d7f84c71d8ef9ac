import { prefixes } from '../../lambda/report/object-key';
import type { DataFolder } from './data-folder';
import { isoDay } from './days';
import { DataFolderError } from './errors';
import type { TableDefinition } from './table-definition';

/** The days that a folder can be asked about. */
export interface KnownDays {
  /** What `current_date` is. */
  readonly asOf: string;
  /** ISO days up to it, sorted. */
  readonly days: readonly string[];
  /** What lies in the place of a day and is passed over, in words. */
  readonly warnings: readonly string[];
}

type Found = readonly { readonly prefix: string; readonly days: readonly string[] }[];

/**
 * Finds today: the newest day that a list of accounts vouches for, else one with a report, and never one to come. A
 * member can write reports and run records under any day, so these do not move today for everybody.
 * @param asOf the day that counts as today instead, `YYYY-MM-DD`
 * @throws DataFolderError for a folder without a day, DayRangeError for an `asOf` that is none
 */
export function knownDays(
  folder: DataFolder,
  tables: readonly TableDefinition[],
  now: Date,
  asOf: string | undefined,
): KnownDays {
  const clock = now.toISOString().slice(0, 10);
  const files = tables.map(({ prefix }) => prefix).filter((prefix) => folder.isFile(prefix));
  const found = tables
    .filter(({ partitioned }) => partitioned)
    .map(({ prefix }) => ({ prefix, ...folder.days(prefix) }));
  const days = [...new Set(found.flatMap((below) => below.days))].sort();
  const newest = newestOf(folder, found, clock);
  const today = asOf === undefined ? newest?.day : isoDay(asOf, 'the day to look from');
  if (today === undefined) throw noDay(folder, found, clock, days);

  const after = (from: string, to: string) =>
    found.flatMap(({ prefix, days }) =>
      days.filter((day) => day > from && day <= to).map((day) => keyOf(prefix, day)),
    );
  const warnings = passedOver([...files, ...found.flatMap(({ others }) => others)], 'no day of the calendar');
  if (asOf === undefined) {
    warnings.push(...passedOver(after(clock, '9999-12-31'), `later than ${clock}, which is today`));
    warnings.push(
      ...passedOver(after(today, clock), `later than ${today}, the newest ${newest?.what ?? 'day'}`),
    );
  }
  return { asOf: today, days: days.filter((day) => day <= today), warnings };
}

/** Who vouches for a day, first the list of accounts. Other objects do where there is neither list nor report. */
const vouching = [
  { what: 'list of accounts', of: (prefix: string) => prefix === prefixes.accounts },
  { what: 'report', of: (prefix: string) => prefix === prefixes.reports },
  { what: 'object', of: () => true },
];

function newestOf(
  folder: DataFolder,
  found: Found,
  clock: string,
): { day: string; what: string } | undefined {
  for (const { what, of } of vouching) {
    const day = found
      .filter(({ prefix }) => of(prefix))
      .flatMap(
        ({ prefix, days }) =>
          days.findLast((day) => day <= clock && folder.holdsObjects(keyOf(prefix, day))) ?? [],
      )
      .sort()
      .at(-1);
    if (day !== undefined) return { day, what };
  }
  return undefined;
}

/** Why no day can be today: there is none, all are to come, or none of them has an object with anything in it. */
function noDay(folder: DataFolder, found: Found, clock: string, days: readonly string[]): DataFolderError {
  const wanted = found.map(({ prefix }) => `${prefix}/YYYY/MM/DD/`).join(', ');
  const nothing = days.some((day) => day <= clock)
    ? `no object that has a byte below ${wanted}`
    : `none of ${wanted}`;
  const there =
    days.length === 0 ? '' : ` up to ${clock}, which is today; its days are ${days.at(0)} to ${days.at(-1)}`;
  return new DataFolderError(`the data folder ${folder.root} holds ${nothing}${there}`);
}

function passedOver(keys: readonly string[], why: string): string[] {
  const [first] = keys;
  if (first === undefined) return [];
  const more = keys.length === 1 ? '' : ` and ${keys.length - 1} more`;
  return [`${first}${more}: passed over, ${why}`];
}

function keyOf(prefix: string, day: string): string {
  return `${prefix}/${day.replaceAll('-', '/')}`;
}
