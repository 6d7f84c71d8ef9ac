import { dashboardQuery } from '../../../athena-ddl/sql-files';
import { resultText } from '../../output/result-text';
import type { Chapter } from './chapter';

const sql = () => `
SELECT
  day,
  accounts,
  users,
  console_users AS console,
  console_users_without_mfa AS "no MFA",
  active_keys AS keys,
  keys_older_than_90_days AS "> 90 days"
FROM (${dashboardQuery('console_users_trend')}) AS trend
WHERE date_diff('day', day, current_date) IN (0, 7, 14, 21, 28)
ORDER BY day`;

/** How the numbers went over the weeks. */
export const trendChapter: Chapter = async ({ athena, style }) => {
  const { columns, rows } = await athena.query(sql());
  const table = resultText(
    columns.map(({ name }) => name),
    rows,
    style,
  );
  return `Week by week, each account with its newest report of 7 days\n${table}`;
};
