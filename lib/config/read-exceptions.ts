import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkExceptions, controlNames } from '../../exceptions';
import { maxExceptionsBytes } from '../../lambda/store-exceptions/contract';

/**
 * Reads the reviewed list of accepted findings at the top of the repository.
 * @throws Error that names every problem with its line
 */
export function readExceptions(file = join(__dirname, '..', '..', 'exceptions.csv')): string {
  const csv = readFileSync(file, 'utf8');
  const problems = checkExceptions(csv, controlNames()).map(
    ({ line, problem }) => `line ${line}: ${problem}`,
  );
  const bytes = Buffer.byteLength(csv);
  if (bytes > maxExceptionsBytes)
    problems.push(`the file has ${bytes} bytes, allowed are ${maxExceptionsBytes}`);
  if (problems.length > 0) throw new Error(`exceptions.csv cannot be deployed:\n- ${problems.join('\n- ')}`);
  return csv;
}
