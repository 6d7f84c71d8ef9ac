import type { Command } from 'commander';
import type { CommandContext } from './command';
import { reportProblems } from './lists/report-problems';
import { addResultOptions } from './output/result-options';
import type { ResultStyle } from './output/result-text';

const examples = `
Examples:
  credential-report exceptions check
  credential-report exceptions check exceptions.csv --data reports`;

/** `exceptions check`: is the list of exceptions fit to be deployed, and still needed. */
export function addExceptionsCommand(program: Command, context: CommandContext): void {
  const check = program
    .command('exceptions')
    .description('the list of exceptions')
    .command('check')
    .description('list everything that is wrong with exceptions.csv, by line')
    .argument('[file]', 'the list', 'exceptions.csv')
    .option('--data <folder>', 'also list exceptions that match no finding in this folder');
  addResultOptions(check)
    .addHelpText('after', examples)
    .action(async (file: string, options: ResultStyle & { data?: string }) => {
      const { problemsOfFile } = await import('./exceptions/problems-of-file');
      reportProblems(file, await problemsOfFile(file, options.data, context.terminal), options, context);
    });
}
