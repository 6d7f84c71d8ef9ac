import { type Command, Option } from 'commander';
import { outputFormats } from './result-text';

/** Adds `--format` and `--raw`, the same for every command that prints rows; `more` are formats of that command alone. */
export function addResultOptions(command: Command, more: readonly string[] = []): Command {
  return command
    .addOption(
      new Option('--format <format>', 'how to print rows')
        .choices([...outputFormats, ...more])
        .default('table'),
    )
    .option('--raw', 'leave text that begins like a formula (= + - @) as it is in CSV', false);
}
