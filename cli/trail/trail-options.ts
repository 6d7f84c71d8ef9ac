import { InvalidArgumentError, Option, type Command } from 'commander';
import { daysBefore } from '../../lambda/report/days-before';
import type { TrailSelection } from '../../local/trail';
import { accountId } from '../account-id';
import type { AwsOptions } from '../aws-settings';
import { CommandError } from '../command-error';
import { isoDay } from '../day-options';
import { accessKeyId, askedPrincipal, userName, type PrincipalOptions } from './principal-options';

/** What a command asks a trail, as its options say it. */
export interface TrailOptions extends PrincipalOptions, AwsOptions {
  readonly account: string;
  readonly from?: string;
  readonly to?: string;
  readonly trail?: string;
  readonly lookupEvents?: boolean;
  /** Regions of `lookupEvents`. */
  readonly regions?: readonly string[];
  readonly data?: string;
  readonly bucketOwner?: string;
  /** Where files that were read from S3 are kept. */
  readonly cache?: string;
  /** Most that reading may cost. */
  readonly maxDollars: number;
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
    .option(
      '--trail <place>',
      "a folder or s3://bucket/prefix with a trail's files: the whole bucket, or any folder of it down to the account's; or athena:WORKGROUP",
    )
    .addOption(
      new Option(
        '--lookup-events',
        "CloudTrail's own history in place of a trail: 90 days of management events",
      ).conflicts('trail'),
    )
    .addOption(
      new Option(
        '--regions <list>',
        'regions of --lookup-events (default: that of the profile and us-east-1)',
      ).argParser(regionList),
    )
    .option('--data <folder>', 'folder with the reports: says whether they know the user or the key')
    .addOption(
      new Option('--max-dollars <n>', 'most that reading from S3 may cost').argParser(dollars).default(1),
    )
    .option(
      '--cache <folder>',
      'where files read from S3 are kept (default: ~/.cache/credential-report/trail)',
    )
    .addOption(
      new Option(
        '--bucket-owner <account-id>',
        "account that must own the bucket (default: the caller's)",
      ).argParser(accountId),
    )
    .option('--profile <name>', "profile of the SDK's configuration")
    .option('--region <region>', 'AWS region to call');
}

/** Regions as an option takes them. */
function regionList(value: string): readonly string[] {
  const regions = value.split(',');
  if (!regions.every((region) => /^[a-z]{2}(?:-[a-z]+)+-\d$/.test(region)))
    throw new InvalidArgumentError('It must be regions such as eu-central-1,us-east-1.');
  return regions;
}

/** An amount as an option takes it. */
function dollars(value: string): number {
  if (!/^\d{1,6}(?:\.\d{1,4})?$/.test(value))
    throw new InvalidArgumentError('It must be an amount such as 2.5.');
  return Number(value);
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
  if (options.lookupEvents === true && from < daysBefore(now, usualDays).toISOString().slice(0, 10))
    throw new CommandError(
      `--from ${from} is too early for --lookup-events: the history goes back ${usualDays} days`,
    );
  if (from > today) throw new CommandError(`--from ${from} is still to come: today is ${today}`);
  return { accountId: account, principal: askedPrincipal(options), from, to: to < today ? to : today };
}
