import { readFileSync } from 'node:fs';
import { checkExceptions, controlNames } from '../../exceptions';
import { maxExceptionsBytes } from '../../lambda/store-exceptions/contract';
import { ConfigurationError } from './configuration-error';

/**
 * Reads the list of exceptions.
 * @throws ConfigurationError that names every problem with its line
 */
export function readExceptions(file: string): string {
  const csv = readText(file);
  const problems = checkExceptions(csv, controlNames()).map(
    ({ line, problem }) => `line ${line}: ${problem}`,
  );
  const bytes = Buffer.byteLength(csv);
  if (bytes > maxExceptionsBytes)
    problems.push(`the file has ${bytes} bytes, allowed are ${maxExceptionsBytes}`);
  if (problems.length > 0) throw new ConfigurationError('exceptions.csv', problems);
  return csv;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigurationError('exceptions.csv', [`it cannot be read: ${(error as Error).message}`]);
  }
}
