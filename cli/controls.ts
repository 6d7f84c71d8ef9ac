import type { Command } from 'commander';
import type { CommandContext } from './command';
import { readList } from './lists/read-list';
import { reportProblems } from './lists/report-problems';
import { addResultOptions } from './output/result-options';
import type { ResultStyle } from './output/result-text';

const examples = `
Examples:
  credential-report controls check
  credential-report controls check reports/controls/controls.csv`;

/** `controls check`: are the thresholds of controls fit to be deployed. */
export function addControlsCommand(program: Command, context: CommandContext): void {
  const check = program
    .command('controls')
    .description('the thresholds of controls')
    .command('check')
    .description('list everything that is wrong with controls.csv, by line')
    .argument('[file]', 'the list', 'controls.csv');
  addResultOptions(check)
    .addHelpText('after', examples)
    .action(async (file: string, style: ResultStyle) => {
      const { checkControls, knownControls } = await import('../controls');
      reportProblems(file, checkControls(readList(file), knownControls()), style, context);
    });
}
