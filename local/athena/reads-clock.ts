import { withReaders } from '../../athena-ddl/order-of-reading';
import { viewFiles } from '../../athena-ddl/sql-files';

let views: ReadonlySet<string> | undefined;

/** Whether a view, or one that it reads, asks for the time of the day. */
export function readsClock(view: string): boolean {
  views ??= withReaders(viewFiles(), ({ text }) => /\bnow\(\)/.test(text));
  return views.has(view);
}

/** `now`, `current_timestamp`, `localtime` and what else engines call it. */
const clock = /^(?:now|today|.*(?:current_(?!date$)|local|transaction_)(?:time|date)?.*)$/;

/** Whether a statement may answer differently at another time of the day. */
export function asksTheTime(sql: string): boolean {
  const words = sql.toLowerCase().match(/[a-z_]+/g) ?? [];
  return words.some((word) => clock.test(word) || readsClock(word));
}
