import { resultText } from '../../output/result-text';
import type { Chapter } from './chapter';

const sql = `
SELECT
  report_date AS day,
  count(*) AS accounts,
  sum(users) AS users,
  sum(console_users) AS console,
  sum(console_users_without_mfa) AS "no MFA",
  sum(active_keys) AS keys,
  sum(keys_older_than_90_days) AS "> 90 days"
FROM daily_summary
WHERE date_diff('day', report_date, current_date) IN (0, 7, 14, 21, 28)
GROUP BY report_date
ORDER BY report_date`;

/** How the numbers went over the weeks. */
export const trendChapter: Chapter = async ({ athena }) => {
  const { columns, rows } = await athena.query(sql);
  const table = resultText(
    columns.map(({ name }) => name),
    rows,
    { format: 'table', raw: false },
  );
  return `Week by week, over the accounts that handed in a report\n${table}`;
};
