import { resultText } from '../../output/result-text';
import type { Chapter } from './chapter';

const sql = `
SELECT
  c.account_name AS account,
  c.ou_path AS unit,
  c.status AS report,
  s.users,
  s.console_users AS console,
  s.console_users_without_mfa AS "no MFA",
  s.active_keys AS keys,
  s.keys_older_than_90_days AS "> 90 days",
  s.open_critical + s.open_high AS findings
FROM coverage AS c
LEFT JOIN daily_summary AS s ON s.dt = c.dt AND s.account_id = c.account_id
WHERE c.dt = date_format(current_date, '%Y/%m/%d')
ORDER BY c.account_id`;

/** Every account as it stands on the last day; without a report it has no numbers. */
export const accountsChapter: Chapter = async ({ athena }) => {
  const { columns, rows } = await athena.query(sql);
  const table = resultText(
    columns.map(({ name }) => name),
    rows,
    { format: 'table', raw: false },
  );
  return `The organization on ${athena.asOf} (findings: critical and high ones)\n${table}`;
};
