import { resultText } from '../../output/result-text';
import type { Chapter } from './chapter';

const sql = `
SELECT
  c.account_name AS account,
  c.status AS report,
  s.users,
  s.console_users AS console,
  s.console_users_without_mfa AS "no MFA",
  s.keys_older_than_90_days AS "old keys",
  s.open_critical + s.open_high AS findings
FROM coverage AS c
LEFT JOIN daily_summary AS s ON s.dt = c.dt AND s.account_id = c.account_id
WHERE c.dt = date_format(current_date, '%Y/%m/%d')
ORDER BY c.account_id`;

/** Every account as it stands on the last day; without a report it has no numbers. */
export const accountsChapter: Chapter = async ({ athena, style }) => {
  const { columns, rows } = await athena.query(sql);
  const table = resultText(
    columns.map(({ name }) => name),
    rows,
    style,
  );
  return `The organization on ${athena.asOf} (old keys: 90 days; findings: critical and high)\n${table}`;
};
