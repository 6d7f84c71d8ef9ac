import { type Command, Option } from 'commander';
import type { CommandContext } from './command';
import { dataOption } from './data-option';
import { isoDay, parseWholeNumber } from './day-options';
import { openData, writeAsOf, writeWarnings } from './open-data';
import { addListOptions, type ListOptions } from './lists/list-options';
import { addResultOptions } from './output/result-options';
import type { ResultStyle } from './output/result-text';
import type { Terminal } from './terminal';

const examples = `
Examples:
  credential-report triage --data demo-output
  credential-report triage --data demo-output --top 5 --commands
  credential-report triage --data reports --format json | jq -r '.[] | select(.advice == "delete") | .first_step'`;

interface TriageOptions extends ResultStyle, ListOptions {
  readonly data: string;
  readonly asOf?: string;
  readonly top?: number;
  readonly commands?: boolean;
}

/** `triage`: which access keys to act on first, and how. */
export function addTriageCommand(program: Command, { terminal }: CommandContext): void {
  const command = program
    .command('triage')
    .description('every active access key, the worst first: whose it is, what to do, and the commands for it')
    .addOption(dataOption(terminal).makeOptionMandatory())
    .addOption(new Option('--as-of <day>', 'what current_date is, YYYY-MM-DD').argParser(isoDay))
    .addOption(new Option('--top <n>', 'the first n keys alone').argParser(parseWholeNumber))
    .addOption(
      new Option('--commands', 'the AWS CLI commands alone, with undo and later steps as comments').conflicts(
        'format',
      ),
    );
  addResultOptions(addListOptions(command))
    .addHelpText('after', examples)
    .action((options: TriageOptions) => triage(options, terminal));
}

async function triage(options: TriageOptions, terminal: Terminal): Promise<void> {
  const { data, asOf, top, commands } = options;
  const { triagedKeys } = await import('./triage/triaged-keys');
  const { triageText } = await import('./triage/triage-text');
  const { commandsText } = await import('./triage/commands-text');
  const athena = await openData({ data, asOf, lists: options }, terminal);
  try {
    const keys = await triagedKeys(athena);
    const shown = keys.slice(0, top);
    if (!commands) terminal.out(triageText(shown, options));
    if (commands || (options.format === 'table' && shown.length > 0))
      terminal.out(`${commands ? '' : '\n'}${commandsText(shown)}`);
    if (shown.length < keys.length) terminal.note(`${shown.length} of ${keys.length} keys\n`);
    writeAsOf(athena, terminal);
    writeWarnings(athena, terminal);
  } finally {
    athena.close();
  }
}
