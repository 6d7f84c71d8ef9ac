import { readFileSync } from 'node:fs';
import { CommandError } from '../command-error';
import { messageOf } from '../../lambda/shared/runtime/message-of';

/** The text of a list. @throws CommandError for a file that cannot be read */
export function readList(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${messageOf(error)}`);
  }
}
