import type { CsvProblem } from '../../csv-lists/csv-lines';
import type { CommandContext } from '../command';
import { exitCode } from '../exit-code';
import { resultText, type ResultStyle } from '../output/result-text';

/** Writes what is wrong with a list, by line, and ends with exit code 2 if anything is. */
export function reportProblems(
  file: string,
  problems: readonly CsvProblem[],
  style: ResultStyle,
  { terminal, finish }: CommandContext,
): void {
  const rows = problems.map(({ line, problem }) => [line, problem]);
  if (rows.length > 0 || style.format !== 'table') {
    terminal.out(resultText(['line', 'problem'], rows, style));
  }
  terminal.note(`${file}: ${problems.length === 1 ? '1 problem' : `${problems.length} problems`}\n`);
  if (problems.length > 0) finish(exitCode.foundProblems);
}
