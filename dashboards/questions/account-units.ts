import { latestDays, recentDays } from './recent-days';

/** Every account with its organizational unit of the newest listing. */
export const accountUnits = `SELECT account_id, max_by(ou_path, dt) AS ou_path FROM account WHERE ${recentDays(latestDays)} GROUP BY account_id`;

/** The unit of a row that was joined with these, in words where no listing names the account. */
export function unitOf(alias: string): string {
  return `coalesce(nullif(${alias}.ou_path, ''), '(not listed)')`;
}
