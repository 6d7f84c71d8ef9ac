import { type Command, Option } from 'commander';
import { reportWorkGroup, workGroupName } from './athena/work-group-name';
import type { AwsOptions } from './aws-settings';
import type { CommandContext } from './command';
import { CommandError } from './command-error';
import { dataOption, dataVariable } from './data-option';
import { addDayOptions, askedDays, isoDay, type DayOptions } from './day-options';
import { addListOptions, type ListOptions } from './lists/list-options';
import { addResultOptions } from './output/result-options';
import { resultText, type ResultStyle } from './output/result-text';
import { openData } from './open-data';
import type { Terminal } from './terminal';

const examples = `
Examples:
  credential-report query --list
  credential-report query --data demo-output --named console_users_by_account
  credential-report query --data demo-output "SELECT account_name, count(*) AS users FROM latest_user_credential GROUP BY 1"
  credential-report query --data demo-output --days 7 --format csv --file mine.sql > answer.csv
  credential-report query --named open_findings --athena

Without a question it is a shell on a terminal, with history and completion; in a pipe it reads statements from standard input.
--athena needs the policy that the stack makes for analysts; what is read is said at the end.`;

interface QueryOptions extends ResultStyle, DayOptions, ListOptions, AwsOptions {
  readonly data?: string;
  readonly named?: string;
  readonly file?: string;
  readonly list?: boolean;
  readonly asOf?: string;
  /** True for the workgroup of the stack. */
  readonly athena?: string | true;
}

/** `query`: SQL over a folder laid out as the bucket, answered by the local engine with the deployed views. */
export function addQueryCommand(program: Command, context: CommandContext): void {
  const { terminal } = context;
  const command = program
    .command('query')
    .description('ask a folder laid out as the bucket in SQL, with the views that are deployed to Athena')
    .argument('[sql]', 'one SQL statement')
    .addOption(dataOption(terminal))
    .addOption(new Option('--named <name>', 'ask one of the named queries').conflicts('file'))
    .option('--file <file>', 'ask the SQL of a file, - for standard input')
    .option('--list', 'list the named queries')
    .addOption(
      new Option(
        '--athena [workgroup]',
        `ask the deployed workgroup in place of a folder (default: ${reportWorkGroup})`,
      )
        .argParser(workGroupName)
        .conflicts(['data', 'days', 'from', 'to', 'asOf', 'exceptions', 'controls']),
    )
    .option('--profile <name>', "profile of the SDK's configuration, for --athena")
    .option('--region <region>', 'AWS region of --athena')
    .addOption(new Option('--as-of <day>', 'what current_date is, YYYY-MM-DD').argParser(isoDay));
  addResultOptions(addDayOptions(addListOptions(command)))
    .addHelpText('after', examples)
    .action((sql: string | undefined, options: QueryOptions) =>
      options.list ? listQuestions(options, terminal) : ask(sql, options, context),
    );
}

async function listQuestions(options: QueryOptions, terminal: Terminal): Promise<void> {
  const { savedQueries } = await import('../athena-ddl/sql-files');
  const rows = savedQueries().map(({ name, description }) => [name, description]);
  terminal.out(resultText(['name', 'answers'], rows, options));
}

async function ask(sql: string | undefined, options: QueryOptions, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const { data, named, file, asOf, athena: workGroup } = options;
  if (data === undefined && workGroup === undefined)
    throw new CommandError(
      `which folder? --data FOLDER, laid out as the bucket, or ${dataVariable}; or --athena for the deployed workgroup`,
    );
  const days = askedDays(options);
  const source = { sql, named, file };
  if (data === undefined || workGroup !== undefined) {
    const { pipedText, questionText } = await import('./query/question-text');
    const question = (await pipedText(source, terminal)) ?? (await questionText(source, terminal));
    const { askAthena } = await import('./query/ask-athena');
    const name = typeof workGroup === 'string' ? workGroup : reportWorkGroup;
    return askAthena(name, question, options, context);
  }
  const { readAsked } = await import('./query/ask-folder');
  const asked = await readAsked(source, terminal);
  const athena = await openData({ data, days, asOf, lists: options }, terminal);
  try {
    await asked(athena, options);
  } finally {
    athena.close();
  }
}
