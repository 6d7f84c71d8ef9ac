import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { isCalendarDay } from '../lambda/report/calendar-day';
import { CommandError } from './command-error';

/** Which days a command opens, as its options say it. */
export interface DayOptions {
  readonly days?: number;
  readonly from?: string;
  readonly to?: string;
}

/** The days to open as the local engine takes them; undefined where the user asked for no particular days. */
export type AskedDays =
  { readonly last: number } | { readonly from?: string; readonly to?: string } | undefined;

/** Adds `--days`, `--from` and `--to`, the same for every command that reads a folder. */
export function addDayOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--days <n>', 'open the newest n days')
        .argParser(parseWholeNumber)
        .conflicts(['from', 'to']),
    )
    .addOption(new Option('--from <day>', 'open from this day on, YYYY-MM-DD').argParser(isoDay))
    .addOption(new Option('--to <day>', 'open up to this day, YYYY-MM-DD').argParser(isoDay));
}

/** The days asked for. Throws a CommandError when they end before they begin. */
export function askedDays({ days, from, to }: DayOptions): AskedDays {
  if (days !== undefined) return { last: days };
  if (from === undefined && to === undefined) return undefined;
  if (from !== undefined && to !== undefined && from > to) {
    throw new CommandError(`--from ${from} is after --to ${to}: give the earlier day first`);
  }
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** A day that the calendar has, written `YYYY-MM-DD`. */
export function isoDay(value: string): string {
  if (!isCalendarDay(value)) throw new InvalidArgumentError('It must be a day such as 2026-11-22.');
  return value;
}

/** A whole number from 1 on. */
export function parseWholeNumber(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return Number(value);
}
