import type { Command } from 'commander';
import type { CommandContext } from './command';
import { exitCode } from './exit-code';
import { addResultOptions } from './output/result-options';
import { resultText, type ResultStyle } from './output/result-text';

const examples = `
Examples:
  credential-report exceptions check
  credential-report exceptions check exceptions.csv --data reports`;

/** `exceptions check`: is the list of exceptions fit to be deployed, and still needed. */
export function addExceptionsCommand(program: Command, { terminal, finish }: CommandContext): void {
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
      const problems = await problemsOfFile(file, options.data, terminal);
      const rows = problems.map(({ line, problem }) => [line, problem]);
      if (rows.length > 0 || options.format !== 'table') {
        terminal.out(resultText(['line', 'problem'], rows, options));
      }
      terminal.err(`${file}: ${problems.length === 1 ? '1 problem' : `${problems.length} problems`}\n`);
      if (problems.length > 0) finish(exitCode.foundProblems);
    });
}
