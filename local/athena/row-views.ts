import { viewFiles } from '../../athena-ddl/sql-files';

/** By table, the view that types its lines one by one: what a day's objects become there depends on nothing else. */
export const rowViews: Readonly<Record<string, string>> = {
  credential_report: 'z_credential_report_row',
  collection_run_line: 'z_collection_run_row',
  user_fact_line: 'z_user_fact_row',
  account_line: 'z_account_row',
};

/** What a plan scans in a row view's place. */
export function plannedTable(view: string): string {
  return `${view}_planned`;
}

/** The table that a plan's scan stands for. */
export function tableOf(scanned: string): string {
  return Object.entries(rowViews).find(([, view]) => plannedTable(view) === scanned)?.[0] ?? scanned;
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
