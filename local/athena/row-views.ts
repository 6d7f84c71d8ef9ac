import { daysBefore } from '../../lambda/report/days-before';
import { dayPath } from '../../lambda/report/object-key';
import { viewFiles } from '../../athena-ddl/sql-files';
import { historyTableOf, tableDefinitions } from './table-definition';

/** By table, the view that types its lines one by one: what a day's objects become there depends on nothing else. */
export const rowViews: Readonly<Record<string, string>> = {
  credential_report: 'z_credential_report_row',
  collection_run_line: 'z_collection_run_row',
  user_fact_line: 'z_user_fact_row',
  account_line: 'z_account_row',
};

/** An empty table of a row view's columns: what a plan scans in its place, and what a question reads where there is no line. */
export function emptyTable(view: string): string {
  return `${view}_none`;
}

/** Today and so many days before it, less one, row views read from objects, and earlier days from their history. */
const daysOfObjects = 2;

/** The first of those days, `yyyy/MM/dd`. @param asOf today, `YYYY-MM-DD` */
export function firstOfObjects(asOf: string): string {
  return dayPath(daysBefore(new Date(asOf), daysOfObjects - 1));
}

/**
 * The tables that a plan's scan stands for, and the days that it reads of each: a row view reads each day of one of two.
 * @param first the first day that row views read from objects, as `yyyy/MM/dd`, like all days
 */
export function readTables(
  scanned: string,
  days: readonly string[],
  first: string,
): readonly { readonly name: string; readonly days: readonly string[] }[] {
  const name = Object.entries(rowViews).find(([, view]) => emptyTable(view) === scanned)?.[0];
  if (name === undefined) return [{ name: scanned, days }];
  const tables = tableDefinitions();
  const history = tables.filter((table) => table.name === name).map((table) => historyTableOf(table, tables));
  return history.flatMap((table) =>
    table === undefined
      ? [{ name, days }]
      : [
          { name, days: days.filter((day) => day >= first) },
          { name: table.name, days: days.filter((day) => day < first) },
        ],
  );
}

/**
 * The query of a view, as its file has it.
 * @throws Error when there is no such view
 */
export function queryOf(view: string): string {
  const text = viewFiles().find(({ name }) => name === view)?.text ?? '';
  const start = `CREATE OR REPLACE VIEW ${view} AS\n`;
  if (!text.includes(start)) throw new Error(`athena-ddl/views has no view ${view}`);
  return text.slice(text.indexOf(start) + start.length);
}
