import type { LocalAthena } from '../../local/athena';
import { nearest } from './nearest';
import { columnsOf, relationNames } from './shell/schema';
import { trinoFunctions } from './trino-functions';

/** What helps where the engine's own message does not: a function that Athena alone has, a column of an alias that is mistyped. */
export async function errorHint(athena: LocalAthena, sql: string, message: string): Promise<string> {
  const called = /Function with name "?(\w+)"? does not exist/.exec(message)?.[1]?.toLowerCase();
  if (called !== undefined)
    return trinoFunctions.has(called)
      ? `\nAthena has ${called}, the local engine does not; --athena asks the deployed workgroup`
      : '';
  const column = /does not have a column named "(\w+)"/.exec(message)?.[1];
  if (column === undefined) return '';
  const named = relationNames().filter((name) => new RegExp(`\\b${name}\\b`, 'i').test(sql));
  const columns = await Promise.all(named.map((name) => columnsOf(athena, name)));
  const near = nearest(
    column,
    columns.flat().map(({ name }) => name),
  );
  return near === '' ? '' : `\nthere is no column ${column}${near}`;
}
