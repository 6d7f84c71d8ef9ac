import { type Command, Option } from 'commander';
import { defaultOwnerTag } from '../lambda/accounts/contract';
import type { FactScope } from '../lambda/collector/contract';
import { collectorVersion } from '../lambda/collector/version';
import type { AwsOptions } from './aws-settings';
import type { CommandContext } from './command';
import { accountId } from './account-id';
import { parseWholeNumber } from './day-options';
import { exitCode } from './exit-code';
import { addResultOptions } from './output/result-options';
import { resultText, type ResultStyle } from './output/result-text';
import { startProgress } from './progress';

const examples = `
Examples:
  credential-report collect --out reports
  credential-report collect --out reports --profile management --role-name AWSControlTowerExecution
  credential-report collect --out s3://anycompany-credential-reports --concurrency 20
Afterwards:
  credential-report query --data reports --named console_users_by_account`;

interface CollectOptions extends AwsOptions, ResultStyle {
  readonly out: string;
  readonly roleName: string;
  readonly concurrency: number;
  readonly facts: FactScope;
  readonly ownerTag: string;
  readonly bucketOwner?: string;
}

/** `collect`: a real organization without deploying anything. */
export function addCollectCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('collect')
    .description('collect every account of the organization now, from here, without deploying anything')
    .requiredOption(
      '--out <destination>',
      'a folder, or s3://bucket; both are laid out as the central bucket',
    )
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
    .action((options: CollectOptions) => runCollect(options, context));
}

async function runCollect(options: CollectOptions, { terminal, finish }: CommandContext): Promise<void> {
  const steps = await import('./collect/steps');
  const waits = { sleep: terminal.sleep, random: Math.random };
  const destination = steps.readDestination(options.out, options, waits);
  const clients = steps.collectClients(options);
  const caller = await steps.identifyCaller(clients.sts, clients.organizations);
  const warn = (text: string) => terminal.err(`warning: ${text}\n`);
  const accounts = await steps.readAccountList(clients, caller, options.ownerTag, warn);
  const scheduledAt = terminal.now();
  const bucketOwner = options.bucketOwner ?? caller.accountId;
  const store = destination(bucketOwner);
  await steps.storeAccountList(store, scheduledAt, accounts).catch((error: unknown) => {
    throw steps.writingError(error, options.out, bucketOwner);
  });

  const expected = accounts.filter(({ expected }) => expected);
  const progress = startProgress(terminal, 'collecting', expected.length);
  const outcomes = await steps.collectAccounts(
    {
      ...clients,
      store,
      now: terminal.now,
      ...waits,
      version: collectorVersion,
      facts: options.facts,
      done: (account) => progress.step(account.account_name),
    },
    expected,
    { caller, scheduledAt, roleName: options.roleName, concurrency: options.concurrency },
  );
  progress.end();
  terminal.out(resultText(steps.outcomeColumns, steps.outcomeRows(accounts, outcomes), options));
  const failed = outcomes.filter(({ result }) => result instanceof Error).length;
  terminal.note(`${steps.outcomeSentence(outcomes, options.out)}\n`);
  if (failed > 0) finish(exitCode.foundProblems);
}
