import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { CommandContext } from './command';
import { CommandError } from './command-error';
import { dataOption } from './data-option';
import { addDayOptions, askedDays, type DayOptions } from './day-options';
import { exitCode } from './exit-code';
import { localFolder } from './local-folder';
import { addResultOptions } from './output/result-options';
import { resultText, type ResultStyle } from './output/result-text';
import { noProgress, startProgress } from './progress';
import { verifyFolder, type Verification } from './verify/verify-folder';

const examples = `
Examples:
  credential-report verify --data demo-output
  credential-report verify --data /backup/reports --days 7 --format json`;

/** `verify`: do the stored reports still have the bytes that their run records say. */
export function addVerifyCommand(program: Command, { terminal, finish }: CommandContext): void {
  const command = program
    .command('verify')
    .description(
      "hold every stored report and its facts against their run record's size and SHA-256, and the history against what it was made of",
    )
    .addOption(dataOption(terminal).makeOptionMandatory());
  addResultOptions(addDayOptions(command))
    .addHelpText('after', examples)
    .action(async (options: ResultStyle & DayOptions & { data: string }) => {
      if (!existsSync(localFolder(options.data)))
        throw new CommandError(`there is no folder ${options.data}`);
      const verified = await verifyFolder(
        options.data,
        askedDays(options),
        terminal.now(),
        (total, worthShowing) =>
          total < worthShowing ? noProgress : startProgress(terminal, 'verifying', total),
      );
      const { runRecords, reports, facts, historyFiles, problems } = verified;
      if (runRecords + reports + facts + historyFiles === 0) {
        throw new CommandError(`nothing to verify: ${options.data} holds neither run records nor reports`);
      }
      const rows = problems.map(({ object, problem }) => [object, problem]);
      if (rows.length > 0 || options.format !== 'table') {
        terminal.out(resultText(['object', 'problem'], rows, options));
      }
      terminal.note(`${summary(verified)}, ${problems.length} problems\n`);
      if (problems.length > 0) finish(exitCode.foundProblems);
    });
}

function summary({ runRecords, reports, facts, historyFiles }: Verification): string {
  const counts = [
    `${runRecords} run records`,
    `${reports} reports`,
    ...(facts === 0 ? [] : [`${facts} objects of facts`]),
    ...(historyFiles === 0 ? [] : [`${historyFiles} files of history`]),
  ];
  return `${counts.slice(0, -1).join(', ')} and ${counts.at(-1)} verified`;
}
