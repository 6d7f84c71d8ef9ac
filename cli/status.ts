import { type Command, Option } from 'commander';
import { messageOf } from '../lambda/shared/runtime/message-of';
import { reportWorkGroup, workGroupName } from './athena/work-group-name';
import type { AwsOptions } from './aws-settings';
import type { CommandContext } from './command';
import { exitCode } from './exit-code';
import { printableLines } from './output/printable';
import { addResultOptions } from './output/result-options';
import { resultText, type ResultStyle } from './output/result-text';
import type { StatusLine } from './status/status-rows';

const examples = `
Examples:
  credential-report status
  credential-report status --data reports --profile management

Needs cloudformation:ListStackInstances and organizations:DescribeOrganization in the account that deploys, and the policy for
analysts, or --data. Exit code 2: a stack is not current, an account is silent, or one of both could not be asked.`;

interface StatusOptions extends AwsOptions, ResultStyle {
  readonly data?: string;
  readonly athena: string;
}

/** `status`: is everything deployed where it belongs, and does it hand in. */
export function addStatusCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('status')
    .description("the collectors' stacks in every account, the newest reports, and what is not current")
    .addOption(
      new Option('--data <folder>', 'folder with the reports, in place of the deployed workgroup').conflicts(
        'athena',
      ),
    )
    .addOption(
      new Option('--athena <workgroup>', 'the deployed workgroup')
        .argParser(workGroupName)
        .default(reportWorkGroup),
    )
    .option('--profile <name>', "profile of the SDK's configuration")
    .option('--region <region>', 'AWS region of the deployment');
  addResultOptions(command)
    .addHelpText('after', examples)
    .action((options: StatusOptions) => status(options, context));
}

async function status(options: StatusOptions, { terminal, finish }: CommandContext): Promise<void> {
  const { askDeployed, askFolder, askStacks } = await import('./status/ask-status');
  const { statusColumns } = await import('./status/status-rows');
  const { data, athena } = options;
  const unanswered: string[] = [];
  const orNothing = (error: unknown): readonly StatusLine[] => {
    unanswered.push(messageOf(error));
    return [];
  };
  const stacks = await askStacks(options).catch(orNothing);
  const reports = await (
    data === undefined ? askDeployed(athena, options, terminal) : askFolder(data, terminal)
  ).catch(orNothing);
  const lines = [...stacks, ...reports];
  const rows = lines.map(({ part, state, accounts, accountIds, reason }) => [
    ...[part, state, accounts, accountIds, reason],
  ]);
  terminal.out(resultText(statusColumns, rows, options));
  for (const problem of unanswered) terminal.err(`not known: ${printableLines(problem)}\n`);
  if (unanswered.length > 0 || lines.some(({ isProblem }) => isProblem)) finish(exitCode.foundProblems);
}
