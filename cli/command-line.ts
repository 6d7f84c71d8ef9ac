import { Command, CommanderError } from 'commander';
import type { CommandContext } from './command';
import { version } from '../package.json';
import { addCheckCommand } from './check';
import { addCollectCommand } from './collect';
import { addCompletionCommand } from './completion';
import { addControlsCommand } from './controls';
import { addDashboardCommand } from './dashboard';
import { addDemoCommand } from './demo';
import { addDigestCommand } from './digest';
import { addExceptionsCommand } from './exceptions';
import { addHistoryCommand } from './history';
import { addPolicyCommand } from './policy';
import { addPreflightCommand } from './preflight';
import { addQueryCommand } from './query';
import { addSecurityHubCommand } from './security-hub';
import { addRunNowCommand } from './run-now';
import { addStatusCommand } from './status';
import { addTriageCommand } from './triage';
import { addUseCommand } from './use';
import { addVerifyCommand } from './verify';
import { messageOf } from '../lambda/shared/runtime/message-of';
import { exitCode, type ExitCode } from './exit-code';
import { printableLines } from './output/printable';
import type { Terminal } from './terminal';

const overview = `
Examples:
  credential-report demo
  credential-report collect --out reports
  credential-report query --data reports "SELECT account_name, user_name FROM user_credential WHERE password_enabled"

Exit codes: 0 fine, 1 could not run or bad input, 2 ran and found problems`;

/** Runs one command line (without node and the script's name) and tells the exit code; never throws. */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCode.fine;
  const program = new Command('credential-report');
  const isQuiet = () => program.opts<{ quiet?: boolean }>().quiet === true;
  const context: CommandContext = {
    terminal: {
      ...terminal,
      note: (text) => (isQuiet() ? undefined : terminal.note(text)),
      bar: () => (isQuiet() ? undefined : terminal.bar()),
    },
    finish: (given) => (code = given),
  };
  program
    .description('Every IAM credential of an AWS Organization: collect the reports, keep them, ask them')
    .version(version)
    .option('--quiet', 'say nothing but results, warnings and errors')
    .configureHelp({ showGlobalOptions: true })
    // Rows of every command know what they are shown on.
    .hook('preAction', (_, command) => void command.setOptionValue('screen', terminal.screen()))
    .exitOverride()
    .showHelpAfterError('(add --help for the options and examples)')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .addHelpText('after', overview);
  const commands = [
    addDemoCommand,
    addCollectCommand,
    addPreflightCommand,
    addQueryCommand,
    addTriageCommand,
    addUseCommand,
    addPolicyCommand,
    addDashboardCommand,
    addDigestCommand,
    addCheckCommand,
    addSecurityHubCommand,
    addHistoryCommand,
    addRunNowCommand,
    addStatusCommand,
    addVerifyCommand,
    addExceptionsCommand,
    addControlsCommand,
    addCompletionCommand,
  ];
  for (const add of commands) add(program, context);
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.couldNotRun;
    terminal.err(`error: ${printableLines(messageOf(error))}\n`);
    return exitCode.couldNotRun;
  }
}
