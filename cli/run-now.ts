import { InvalidArgumentError, type Command, Option } from 'commander';
import { counted } from '../lambda/shared/text/counted';
import { reportWorkGroup, workGroupName } from './athena/work-group-name';
import type { AwsOptions } from './aws-settings';
import { idsAfter } from './collect/choice-options';
import type { CommandContext } from './command';
import { exitCode } from './exit-code';
import { printableLines } from './output/printable';
import { addResultOptions } from './output/result-options';
import { resultText, type ResultStyle } from './output/result-text';
import type { StackChoice } from './run-now/collector-stacks';
import { awaitedRows, startedRows, type ResultRow } from './run-now/result-rows';

const examples = `
Examples:
  credential-report run-now --dry-run
  credential-report run-now --accounts 100000000005,100000000008
  credential-report run-now --wait
Afterwards, in some minutes, where nobody waited:
  credential-report status

Nothing that is deployed may start another account's collector: the role does, which needs cloudformation:DescribeStackResources and
lambda:InvokeFunction. In the account that deploys: cloudformation:ListStackInstances, organizations:DescribeOrganization, sts:AssumeRole;
for --wait the policy for analysts as well, since the deployed workgroup is asked every half minute. A run that failed is waited for ten
minutes more, in which Lambda tries it twice again. Ctrl-C ends the waiting, and no collector.
Exit code 2: a collector was not started, or what was waited for did not come.`;

/** Minutes: a report can take ten, and Lambda tries a run that fails twice more. */
const defaultWait = 30;
const longestWait = 240;

interface RunNowOptions extends AwsOptions, ResultStyle, StackChoice {
  readonly roleName: string;
  readonly dryRun?: boolean;
  readonly wait?: number;
  readonly athena: string;
}

/** `run-now`: today's reports before their time. */
export function addRunNowCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('run-now')
    .description('start the deployed collectors now; a report of today that is there stays')
    .addOption(new Option('--accounts <ids>', 'these accounts alone: ID,ID').argParser(idsAfter))
    .addOption(new Option('--exclude <ids>', 'all but these accounts: ID,ID').argParser(idsAfter))
    .option('--dry-run', 'find the collectors, and start none')
    .addOption(
      new Option(
        '--wait [minutes]',
        `wait until their run records of today are there, ${defaultWait} minutes at most`,
      )
        .argParser(waitMinutes)
        .preset(String(defaultWait))
        .conflicts('dryRun'),
    )
    .addOption(
      new Option('--athena <workgroup>', 'the deployed workgroup, which --wait asks')
        .argParser(workGroupName)
        .default(reportWorkGroup),
    )
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

async function runNow(options: RunNowOptions, context: CommandContext): Promise<void> {
  const { terminal, finish } = context;
  const { wait } = options;
  if (wait !== undefined) return waitToo({ ...options, wait }, context);
  const { askCollectors } = await import('./run-now/ask-collectors');
  const isDryRun = options.dryRun === true;
  const outcomes = await askCollectors({ ...options, isDryRun }, terminal);
  const done = isDryRun ? 'found' : 'started';
  const rows = startedRows(outcomes, done);
  const failed = countOf(rows, 'failed');
  terminal.out(resultText(['account', 'collector', 'detail'], rows, options));
  terminal.note(`${counted(rows.length - failed, 'collector')} ${done}, ${failed} failed\n`);
  if (failed > 0) finish(exitCode.foundProblems);
}

async function waitToo(
  options: RunNowOptions & { readonly wait: number },
  { terminal, finish }: CommandContext,
): Promise<void> {
  const { askCollectors } = await import('./run-now/ask-collectors');
  const { awaitReports, tryWorkGroup } = await import('./run-now/await-reports');
  await tryWorkGroup(options, terminal);
  const startedAt = terminal.now();
  const outcomes = await askCollectors({ ...options, isDryRun: false }, terminal);
  const running = outcomes.flatMap(({ accountId, started }) => (started instanceof Error ? [] : [accountId]));
  const awaited = await awaitReports(options, terminal, running, startedAt);
  const rows = awaitedRows(outcomes, awaited);
  terminal.out(resultText(['account', 'collector', 'detail'], rows, options));
  const [collected, failed, open] = ['collected', 'failed', 'started'].map((state) => countOf(rows, state));
  terminal.note(
    `${counted(rows.length, 'account')}: ${collected} collected, ${failed} failed, ${open} not done\n`,
  );
  if (awaited.problem !== undefined) terminal.err(`not known: ${printableLines(awaited.problem)}\n`);
  if (awaited.isStopped)
    terminal.err('stopped: the collectors run on; credential-report status shows what came\n');
  if (awaited.isStopped) finish(exitCode.interrupted);
  else if (collected !== rows.length) finish(exitCode.foundProblems);
}

const countOf = (rows: readonly ResultRow[], wanted: string) =>
  rows.filter(([, state]) => state === wanted).length;

function waitMinutes(value: string): number {
  const minutes = /^[1-9]\d{0,2}$/.test(value) ? Number(value) : Number.NaN;
  if (!(minutes <= longestWait))
    throw new InvalidArgumentError(`It must be a whole number of minutes from 1 to ${longestWait}.`);
  return minutes;
}
