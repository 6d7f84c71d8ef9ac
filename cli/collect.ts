import { type Command, Option } from 'commander';
import { defaultOwnerTag } from '../lambda/accounts/contract';
import { accountId } from './account-id';
import { addChoiceOptions } from './collect/choice-options';
import type { CollectOptions } from './collect/run-collect';
import type { CommandContext } from './command';
import { parseWholeNumber } from './day-options';
import { addResultOptions } from './output/result-options';

const examples = `
Examples:
  credential-report collect --out reports
  credential-report collect --out reports --profile management --role-name AWSControlTowerExecution
  credential-report collect --out reports --ou Production --exclude 100000000005 --dry-run
  credential-report collect --out s3://anycompany-credential-reports --concurrency 20
Afterwards:
  credential-report query --data reports --named console_users_by_account

Ctrl-C keeps what was collected; the same command goes on from there.`;

/** `collect`: a real organization without deploying anything. */
export function addCollectCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('collect')
    .description('collect every account of the organization now, from here, without deploying anything')
    .requiredOption(
      '--out <destination>',
      'a folder, or s3://bucket; both are laid out as the central bucket',
    );
  addChoiceOptions(command)
    .option('--dry-run', 'say who would be collected, through which role, and what would be written')
    .option(
      '--role-name <name>',
      'role to assume in every account but the own',
      'OrganizationAccountAccessRole',
    )
    .addOption(
      new Option(
        '--bucket-owner <account-id>',
        "account that must own the bucket (default: the caller's)",
      ).argParser(accountId),
    )
    .addOption(
      new Option('--facts <what>', 'what to read beside the reports: key ids, owners, policies, devices')
        .choices(['all', 'without-tags', 'none'])
        .default('all'),
    )
    .option('--owner-tag <key>', 'tag of users that names the owner', defaultOwnerTag)
    .option('--profile <name>', "profile of the SDK's configuration")
    .option('--region <region>', 'AWS region to call')
    .addOption(
      new Option('--concurrency <n>', 'accounts at the same time').argParser(parseWholeNumber).default(10),
    );
  addResultOptions(command)
    .addHelpText('after', examples)
    .action(async (options: CollectOptions) => {
      // The SDK takes longer to load than any other command to answer.
      const { runCollect } = await import('./collect/run-collect');
      await runCollect(options, context);
    });
}
