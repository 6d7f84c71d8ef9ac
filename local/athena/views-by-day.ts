import { withReaders } from '../../athena-ddl/order-of-reading';
import { viewFiles } from '../../athena-ddl/sql-files';

/** Views of which a day's rows are made of nothing but what was handed in for that day, and of the lists of today; none reads another. */
export const viewsByDay: readonly string[] = ['daily_summary', 'z_day_finding'];

let pattern: RegExp | undefined;

/** Finds the names of these views, and of those that read them, in a statement. */
export function readers(): RegExp {
  const isOne = ({ name }: { readonly name: string }) => viewsByDay.includes(name);
  pattern ??= new RegExp(`\\b(?:${[...withReaders(viewFiles(), isOne)].join('|')})\\b`, 'i');
  return pattern;
}
