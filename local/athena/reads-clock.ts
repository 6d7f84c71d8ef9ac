import { readsOf } from '../../athena-ddl/order-of-reading';
import { viewFiles } from '../../athena-ddl/sql-files';

/** Names of the views that ask for the time of the day, or read one that does. */
let views: ReadonlySet<string> | undefined;

function clockViews(): ReadonlySet<string> {
  if (views !== undefined) return views;
  const names = new Set<string>();
  for (const view of viewFiles()) {
    const isReader = readsOf(view, viewFiles()).some(({ name }) => names.has(name));
    if (isReader || /\bnow\(\)/.test(view.text)) names.add(view.name);
  }
  views = names;
  return views;
}

/** Whether a view, or one that it reads, asks for the time of the day. */
export function readsClock(view: string): boolean {
  return clockViews().has(view);
}

/** `now`, `current_timestamp`, `localtime` and what else engines call it. */
const clock = /^(?:now|today|.*(?:current_(?!date$)|local|transaction_)(?:time|date)?.*)$/;

/** Whether a statement may answer differently at another time of the day. */
export function asksTheTime(sql: string): boolean {
  const words = sql.toLowerCase().match(/[a-z_]+/g) ?? [];
  return words.some((word) => clock.test(word) || readsClock(word));
}
