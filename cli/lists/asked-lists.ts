import { checkControls, controlNames, knownControls } from '../../controls';
import { checkExceptions } from '../../exceptions';
import { prefixes } from '../../lambda/report/object-key';
import { CommandError } from '../command-error';
import type { ListOptions } from './list-options';
import { readList } from './read-list';

/**
 * The lists asked for, by the prefix whose objects they stand for.
 * @throws CommandError for a file that cannot be read, or that would not be deployed
 */
export function askedLists({ exceptions, controls }: ListOptions): Readonly<Record<string, string>> {
  return {
    ...(exceptions !== undefined && {
      [prefixes.exceptions]: sound(exceptions, 'exceptions', (csv) => checkExceptions(csv, controlNames())),
    }),
    ...(controls !== undefined && {
      [prefixes.controls]: sound(controls, 'controls', (csv) => checkControls(csv, knownControls())),
    }),
  };
}

function sound(file: string, list: string, check: (csv: string) => readonly unknown[]): string {
  const problems = check(readList(file)).length;
  if (problems === 0) return file;
  throw new CommandError(
    `${file} has ${problems === 1 ? '1 problem' : `${problems} problems`}: see credential-report ${list} check ${file}`,
  );
}
