import { type Command, Option } from 'commander';
import { everySeverity, fromSeverity, type Severity } from './check/severity';
import type { CommandContext } from './command';
import { dataOption } from './data-option';
import { exitCode } from './exit-code';
import { addListOptions, type ListOptions } from './lists/list-options';
import { openData, writeAsOf, writeWarnings } from './open-data';
import { addResultOptions } from './output/result-options';
import { resultText, type ResultStyle } from './output/result-text';
import type { HubOptions } from './security-hub/hub-accounts';

const examples = `
Examples:
  credential-report security-hub --data reports --dry-run
  credential-report security-hub --data reports --region eu-central-1 --profile audit
  credential-report security-hub --data reports --all --role-name SecurityHubImport

Needs securityhub:BatchImportFindings and securityhub:GetFindings; with --role-name in that role, and sts:AssumeRole.
Exit code 2: a finding was refused, or an account's Security Hub did not answer.`;

export interface SecurityHubOptions extends HubOptions, ResultStyle, ListOptions {
  readonly data: string;
  readonly severity: Severity;
  readonly all?: boolean;
  readonly dryRun?: boolean;
}

/** `security-hub`: findings into AWS Security Hub. */
export function addSecurityHubCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('security-hub')
    .description(
      'import open findings that AWS Security Hub does not find itself, and archive those that are over',
    )
    .addOption(dataOption(context.terminal).makeOptionMandatory())
    .addOption(
      new Option('--severity <severity>', 'the least severity that is imported')
        .choices(everySeverity)
        .default('low'),
    )
    .option('--all', "also findings that Security Hub's own controls find")
    .option('--dry-run', 'ask Security Hub what it has, and import nothing')
    .option(
      '--role-name <name>',
      "role of every account that imports its own findings (default: all go to the caller's account)",
    )
    .option('--profile <name>', "profile of the SDK's configuration")
    .option('--region <region>', 'AWS region whose Security Hub is given findings');
  addResultOptions(addListOptions(command))
    .addHelpText('after', examples)
    .action((options: SecurityHubOptions) => securityHub(options, context));
}

async function securityHub(options: SecurityHubOptions, { terminal, finish }: CommandContext) {
  const { importAll } = await import('./security-hub/import-all');
  const { outcomeColumns, outcomeRows } = await import('./security-hub/outcome-rows');
  const athena = await openData({ data: options.data, lists: options }, terminal);
  try {
    const severities = fromSeverity(options.severity);
    const isDryRun = options.dryRun === true;
    const { imported, problems, summary } = await importAll(
      athena,
      { ...options, severities, isDryRun },
      terminal,
    );
    terminal.out(resultText(outcomeColumns, outcomeRows(imported, isDryRun), options));
    writeAsOf(athena, terminal);
    writeWarnings(athena, terminal);
    terminal.note(`${summary}\n`);
    for (const problem of problems) terminal.err(`failed: ${problem}\n`);
    if (problems.length > 0) finish(exitCode.foundProblems);
  } finally {
    athena.close();
  }
}
