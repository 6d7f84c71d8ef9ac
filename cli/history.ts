import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { CommandContext } from './command';
import { CommandError } from './command-error';
import { dataOption } from './data-option';
import { addDayOptions, askedDays, type DayOptions } from './day-options';
import { exitCode } from './exit-code';
import { localFolder } from './local-folder';
import type { HistoryRow } from './history/write-history';
import { printable } from './output/printable';
import { addResultOptions } from './output/result-options';
import { resultText, type ResultStyle } from './output/result-text';
import { noProgress, startProgress } from './progress';

const examples = `
Examples:
  credential-report history --data demo-output
  credential-report history --data /backup/reports --days 7 --format json`;

const columns = ['day', 'source', 'outcome', 'objects', 'rows', 'not_read', 'why'] as const;

/** Days of sources that take longer than a moment to write. */
const worthShowing = 30;

/** `history`: whole days of a folder as one file each, as the history function writes them to the bucket. */
export function addHistoryCommand(program: Command, { terminal, finish }: CommandContext): void {
  const command = program
    .command('history')
    .description('write every day that is over as one Parquet file per source; the objects stay as they are')
    .addOption(dataOption(terminal).makeOptionMandatory());
  addResultOptions(addDayOptions(command))
    .addHelpText('after', examples)
    .action(async (options: ResultStyle & DayOptions & { data: string }) => {
      if (!existsSync(localFolder(options.data)))
        throw new CommandError(`there is no folder ${options.data}`);
      const { writeHistory } = await import('./history/write-history');
      const { rows, unfinished, unread } = await writeHistory(
        options.data,
        askedDays(options),
        terminal.now(),
        (total) => (total < worthShowing ? noProgress : startProgress(terminal, 'writing', total)),
      );
      if (rows.length === 0)
        throw new CommandError(`nothing to write: ${options.data} holds no day that is over`);
      // What was kept is no news.
      const news = rows.filter(({ outcome }) => options.format !== 'table' || outcome !== 'kept');
      if (news.length > 0 || options.format !== 'table') {
        terminal.out(
          resultText(
            columns,
            news.map((row) => columns.map((column) => row[column])),
            options,
          ),
        );
      }
      if (unfinished.length > 0) terminal.note(`left out, not over yet: ${unfinished.join(', ')}\n`);
      for (const { key, reason } of unread) terminal.err(`not read: ${printable(key)}: ${reason}\n`);
      terminal.note(`${summary(rows)}, ${unread.length} objects not read\n`);
      if (unread.length > 0 || rows.some(({ outcome }) => outcome === 'failed'))
        finish(exitCode.foundProblems);
    });
}

function summary(rows: readonly HistoryRow[]): string {
  const count = (outcome: HistoryRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return `files of days: ${count('made')} made, ${count('kept')} kept, ${count('failed')} failed`;
}
