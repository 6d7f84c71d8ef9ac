import { type Command, InvalidArgumentError, Option } from 'commander';
import { accountId } from '../account-id';

/** Adds what chooses accounts of the organization. */
export function addChoiceOptions(command: Command): Command {
  return command
    .addOption(new Option('--accounts <ids>', 'these accounts alone: ID,ID').argParser(idsAfter))
    .addOption(
      new Option(
        '--ou <units>',
        'the accounts of these units, and of all units below: UNIT,UNIT, each a name, a path such as Root/Production, or an id',
      ).argParser(wordsAfter),
    )
    .addOption(new Option('--exclude <ids>', 'all but these accounts: ID,ID').argParser(idsAfter));
}

/** Account ids of an option that may be given several times. */
export function idsAfter(value: string, before: readonly string[] | undefined): readonly string[] {
  const ids = wordsAfter(value, undefined);
  ids.forEach(accountId);
  return [...(before ?? []), ...ids];
}

function wordsAfter(value: string, before: readonly string[] | undefined): readonly string[] {
  const words = value.split(',').map((word) => word.trim());
  if (words.includes('')) throw new InvalidArgumentError('It must be words with a comma between them.');
  return [...(before ?? []), ...words];
}
