import type { Command } from 'commander';

/** Lists that count in place of those in the data folder. */
export interface ListOptions {
  readonly exceptions?: string;
  readonly controls?: string;
}

/** Adds `--exceptions` and `--controls`, the same for every command that tells findings of a folder. */
export function addListOptions(command: Command): Command {
  return command
    .option('--exceptions <file>', "list of exceptions, in place of the folder's own")
    .option('--controls <file>', "thresholds of controls, in place of the folder's own");
}
