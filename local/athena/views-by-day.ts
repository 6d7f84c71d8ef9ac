import { readsOf } from '../../athena-ddl/order-of-reading';
import { viewFiles } from '../../athena-ddl/sql-files';

/** Views of which a day's rows are made of nothing but what was handed in for that day, and of the lists of today. */
export const viewsByDay: readonly string[] = ['daily_summary', 'z_day_finding'];

let pattern: RegExp | undefined;

/** Finds the names of these views, and of those that read them, in a statement. */
export function readers(): RegExp {
  if (pattern !== undefined) return pattern;
  const names = new Set(viewsByDay);
  for (const view of viewFiles())
    if (readsOf(view, viewFiles()).some(({ name }) => names.has(name))) names.add(view.name);
  pattern = new RegExp(`\\b(?:${[...names].join('|')})\\b`, 'i');
  return pattern;
}
