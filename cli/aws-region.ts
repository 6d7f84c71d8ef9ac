import { CommandError } from './command-error';
import type { Terminal } from './terminal';

/** The region that an option names, else the environment; nothing is asked. @throws CommandError without any */
export function namedRegion(region: string | undefined, { environment }: Terminal, what: string): string {
  const named = region ?? environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'];
  if (named === undefined || named === '')
    throw new CommandError(`${what} needs a region: give --region or set AWS_REGION`);
  return named;
}
