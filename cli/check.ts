import { type Command, Option } from 'commander';
import type { CommandContext } from './command';
import { dataOption } from './data-option';
import { isoDay } from './day-options';
import { exitCode } from './exit-code';
import { addListOptions, type ListOptions } from './lists/list-options';
import { openData, writeAsOf, writeWarnings } from './open-data';
import { addResultOptions } from './output/result-options';
import type { CheckStyle } from './check/checked-text';
import { everySeverity } from './check/severity';
import { findingFormats } from './findings/finding-formats';

const examples = `
Examples:
  credential-report check --data reports --fail-on critical
  credential-report check --data reports --fail-on medium --format json > findings.json
  credential-report check --data reports --fail-on low --format sarif > credentials.sarif

Exit code 2: there is an open finding of that severity or above, or an account is silent, or nobody knows whether one is.`;

interface CheckOptions extends CheckStyle, ListOptions {
  readonly data: string;
  readonly asOf?: string;
}

/** `check`: whether a pipeline may go on. */
export function addCheckCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('check')
    .description('list the open findings of a severity and above, and fail when there is one, for pipelines')
    .addOption(dataOption(context.terminal).makeOptionMandatory())
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that fails')
        .choices(everySeverity)
        .default('high'),
    )
    .addOption(new Option('--as-of <day>', 'the day that counts as today, YYYY-MM-DD').argParser(isoDay));
  addResultOptions(addListOptions(command), findingFormats)
    .option('--region <region>', 'AWS region that findings of the format asff are for')
    .addHelpText('after', examples)
    .action((options: CheckOptions) => check(options, context));
}

async function check(options: CheckOptions, { terminal, finish }: CommandContext): Promise<void> {
  const { data, asOf } = options;
  const { checkedText } = await import('./check/checked-text');
  const athena = await openData({ data, asOf, lists: options }, terminal);
  try {
    const { text, problems } = await checkedText(athena, options, terminal);
    terminal.out(text);
    writeAsOf(athena, terminal);
    writeWarnings(athena, terminal);
    for (const problem of problems) terminal.err(`failed: ${problem}\n`);
    if (problems.length > 0) finish(exitCode.foundProblems);
  } finally {
    athena.close();
  }
}
