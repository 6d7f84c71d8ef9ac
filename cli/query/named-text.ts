import type { NamedQuery } from '../../athena-ddl/sql-files';
import { CommandError } from '../command-error';
import { nearest } from './nearest';

/**
 * The SQL of a query that is kept with the product.
 * @param listed those that are named where there is none of that name
 * @throws CommandError for an unknown name
 */
export function namedText(name: string, all: readonly NamedQuery[], listed = all): string {
  const query = all.find((known) => known.name === name);
  if (query !== undefined) return query.text;
  const known = listed.map((other) => other.name);
  throw new CommandError(
    `there is no named query ${name}${nearest(name, known)}; there are ${known.join(', ')}`,
  );
}
