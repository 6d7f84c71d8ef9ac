import { type Command, Option } from 'commander';
import { daysBefore } from '../../lambda/report/days-before';
import type { TrailSelection } from '../../local/trail';
import { accountId } from '../account-id';
import { CommandError } from '../command-error';
import { isoDay } from '../day-options';
import { accessKeyId, askedPrincipal, userName, type PrincipalOptions } from './principal-options';

/** What a command asks a trail, as its options say it. */
export interface TrailOptions extends PrincipalOptions {
  readonly account: string;
  readonly from?: string;
  readonly to?: string;
  readonly trail: string;
  readonly data?: string;
}

/** Adds who is asked for, which days, and which trail, the same for every command that reads one. */
export function addTrailOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--account <account-id>', 'the account of the credential')
        .argParser(accountId)
        .makeOptionMandatory(),
    )
    .addOption(new Option('--user <name>', 'all credentials of an IAM user').argParser(userName))
    .addOption(new Option('--key <id>', 'one access key').argParser(accessKeyId))
    .option('--root', 'the root user')
    .addOption(
      new Option('--from <day>', 'first day, YYYY-MM-DD (default: 90 days up to the last one)').argParser(
        isoDay,
      ),
    )
    .addOption(new Option('--to <day>', 'last day, YYYY-MM-DD (default: today)').argParser(isoDay))
    .requiredOption('--trail <place>', "a folder with a trail's files: of the bucket, or any below it")
    .option('--data <folder>', 'folder with the reports: says whether they know the user or the key');
}

/** Days that are asked for where the user names none: so far back AWS's own history goes. */
const usualDays = 90;

/**
 * What is asked for.
 * @throws CommandError for no credential or several, and for days that end before they begin or are still to come
 */
export function askedSelection(options: TrailOptions, now: Date): TrailSelection {
  const today = now.toISOString().slice(0, 10);
  const { account, to = today } = options;
  const from =
    options.from ??
    daysBefore(new Date(to), usualDays - 1)
      .toISOString()
      .slice(0, 10);
  if (from > to) throw new CommandError(`--from ${from} is after --to ${to}: give the earlier day first`);
  if (from > today) throw new CommandError(`--from ${from} is still to come: today is ${today}`);
  return { accountId: account, principal: askedPrincipal(options), from, to: to < today ? to : today };
}
