import { readFileSync } from 'node:fs';
import { checkControls, controlNames, knownControls } from '../../controls';
import type { CsvProblem } from '../../csv-lists/csv-lines';
import { checkExceptions } from '../../exceptions';
import { maxListBytes } from '../../lambda/store-lists/contract';
import { ConfigurationError } from './configuration-error';

/**
 * Reads the list of exceptions.
 * @throws ConfigurationError that names every problem with its line
 */
export function readExceptions(file: string): string {
  return readList(file, 'exceptions.csv', (csv) => checkExceptions(csv, controlNames()));
}

/**
 * Reads the thresholds of controls.
 * @throws ConfigurationError that names every problem with its line
 */
export function readControls(file: string): string {
  return readList(file, 'controls.csv', (csv) => checkControls(csv, knownControls()));
}

function readList(file: string, name: string, check: (csv: string) => readonly CsvProblem[]): string {
  const csv = readText(file, name);
  const problems = check(csv).map(({ line, problem }) => `line ${line}: ${problem}`);
  const bytes = Buffer.byteLength(csv);
  if (bytes > maxListBytes) problems.push(`the file has ${bytes} bytes, allowed are ${maxListBytes}`);
  if (problems.length > 0) throw new ConfigurationError(name, problems);
  return csv;
}

function readText(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigurationError(name, [`it cannot be read: ${(error as Error).message}`]);
  }
}
