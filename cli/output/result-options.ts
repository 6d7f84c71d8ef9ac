import { type Command, Option } from 'commander';
import { outputFormats } from './result-text';

/** Adds `--format` and `--raw`, the same for every command that prints rows. */
export function addResultOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'how to print rows').choices(outputFormats).default('table'))
    .option('--raw', 'leave text that begins like a formula (= + - @) as it is in tables and CSV', false);
}
