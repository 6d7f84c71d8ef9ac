import { type Command, Option } from 'commander';
import { counted } from '../lambda/shared/text/counted';
import type { AwsOptions } from './aws-settings';
import { idsAfter } from './collect/choice-options';
import type { CommandContext } from './command';
import { exitCode } from './exit-code';
import { addResultOptions } from './output/result-options';
import { resultText, type ResultStyle } from './output/result-text';
import type { StackChoice } from './run-now/collector-stacks';

const examples = `
Examples:
  credential-report run-now --dry-run
  credential-report run-now --accounts 100000000005,100000000008
Afterwards, in some minutes:
  credential-report status

Nothing that is deployed may start another account's collector: the role does, which needs cloudformation:DescribeStackResources and
lambda:InvokeFunction. In the account that deploys: cloudformation:ListStackInstances, organizations:DescribeOrganization, sts:AssumeRole.
Exit code 2: a collector was not started.`;

interface RunNowOptions extends AwsOptions, ResultStyle, StackChoice {
  readonly roleName: string;
  readonly dryRun?: boolean;
}

/** `run-now`: today's reports before their time. */
export function addRunNowCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('run-now')
    .description('start the deployed collectors now; a report of today that is there stays')
    .addOption(new Option('--accounts <ids>', 'these accounts alone: ID,ID').argParser(idsAfter))
    .addOption(new Option('--exclude <ids>', 'all but these accounts: ID,ID').argParser(idsAfter))
    .option('--dry-run', 'find the collectors, and start none')
    .option(
      '--role-name <name>',
      'role to assume in every account but the own',
      'OrganizationAccountAccessRole',
    )
    .option('--profile <name>', "profile of the SDK's configuration")
    .option('--region <region>', 'AWS region of the deployment');
  addResultOptions(command)
    .addHelpText('after', examples)
    .action((options: RunNowOptions) => runNow(options, context));
}

async function runNow(options: RunNowOptions, { terminal, finish }: CommandContext): Promise<void> {
  const { askCollectors } = await import('./run-now/ask-collectors');
  const isDryRun = options.dryRun === true;
  const outcomes = await askCollectors({ ...options, isDryRun }, terminal);
  const rows = outcomes.map(({ accountId, started }) =>
    started instanceof Error
      ? [accountId, 'failed', `${started.name}: ${started.message}`]
      : [accountId, isDryRun ? 'found' : 'started', started],
  );
  terminal.out(resultText(['account', 'collector', 'detail'], rows, options));
  const failed = outcomes.filter(({ started }) => started instanceof Error).length;
  terminal.note(
    `${counted(outcomes.length - failed, 'collector')} ${isDryRun ? 'found' : 'started'}, ${failed} failed\n`,
  );
  if (failed > 0) finish(exitCode.foundProblems);
}
