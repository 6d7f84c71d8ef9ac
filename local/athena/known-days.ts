import { historyPrefix } from '../../lambda/report/history-key';
import { prefixes } from '../../lambda/report/object-key';
import type { DataFolder, DayFolders } from './data-folder';
import { toldObjects } from './history-file';
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

/** The days of a source, in objects or in history. */
type Found = readonly {
  readonly prefix: string;
  readonly source: string;
  readonly days: readonly string[];
  /** Whether anything was handed in under a day: the history tells days without anything too. */
  readonly holds: (day: string) => boolean;
}[];

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
  const found = tables.filter(({ partitioned }) => partitioned).map((table) => below(folder, table));
  const days = [...new Set(found.flatMap((below) => below.days))].sort();
  const newest = newestOf(found, clock);
  const today = asOf === undefined ? newest?.day : isoDay(asOf, 'the day to look from');
  if (today === undefined) throw noDay(folder, found, clock, days);

  const after = (from: string, to: string) =>
    found.flatMap(({ prefix, source, days, holds }) =>
      days
        .filter((day) => day > from && day <= to && (prefix === source || holds(day)))
        .map((day) => keyOf(prefix, day)),
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

function below(folder: DataFolder, { prefix, format }: TableDefinition): Found[number] & DayFolders {
  const { days, others } = folder.days(prefix);
  if (format !== 'parquet')
    return { prefix, source: prefix, days, others, holds: (day) => folder.holdsObjects(keyOf(prefix, day)) };
  const source = prefix.slice(historyPrefix('').length);
  return {
    prefix,
    source,
    days,
    others,
    holds: (day) => toldObjects(folder, source, day.replaceAll('-', '/')),
  };
}

/** Who vouches for a day, first the list of accounts. Other objects do where there is neither list nor report. */
const vouching = [
  { what: 'list of accounts', of: (source: string) => source === prefixes.accounts },
  { what: 'report', of: (source: string) => source === prefixes.reports },
  { what: 'object', of: () => true },
];

function newestOf(found: Found, clock: string): { day: string; what: string } | undefined {
  for (const { what, of } of vouching) {
    const day = found
      .filter(({ source }) => of(source))
      .flatMap(({ days, holds }) => days.findLast((day) => day <= clock && holds(day)) ?? [])
      .sort()
      .at(-1);
    if (day !== undefined) return { day, what };
  }
  return undefined;
}

/** Why no day can be today: there is none, all are to come, or none of them has an object with anything in it. */
function noDay(folder: DataFolder, found: Found, clock: string, days: readonly string[]): DataFolderError {
  const wanted = found
    .filter(({ prefix, source }) => prefix === source)
    .map(({ prefix }) => `${prefix}/YYYY/MM/DD/`)
    .join(', ');
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
