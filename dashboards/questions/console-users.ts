import { defineQuestion } from '../question';
import { latestDays, recentDays } from './recent-days';

/** @param days how far back the trend goes */
export const consoleUsers = (days: number) =>
  defineQuestion({
    id: 'console-users',
    title: 'Console users and active access keys',
    question: 'Do the users and keys to get rid of become fewer?',
    // Each account counts with its newest report of the last days, or a silent account would look like a success.
    sql: `WITH reported AS (
  SELECT
    cast(report_date + later.days * INTERVAL '1' DAY AS date) AS day,
    account_id,
    max_by(users, report_date) AS users,
    max_by(console_users, report_date) AS console_users,
    max_by(console_users_without_mfa, report_date) AS console_users_without_mfa,
    max_by(active_keys, report_date) AS active_keys,
    max_by(keys_older_than_90_days, report_date) AS keys_older_than_90_days,
    max_by(open_critical + open_high, report_date) AS urgent_findings
  FROM daily_summary
  CROSS JOIN (VALUES ${[...Array(latestDays).keys()].map((day) => `(${day})`).join(', ')}) AS later (days)
  WHERE ${recentDays(days + latestDays - 1)}
  GROUP BY cast(report_date + later.days * INTERVAL '1' DAY AS date), account_id
)
SELECT
  day,
  count(*) AS accounts,
  cast(sum(users) AS bigint) AS users,
  cast(sum(console_users) AS bigint) AS console_users,
  cast(sum(console_users_without_mfa) AS bigint) AS console_users_without_mfa,
  cast(sum(active_keys) AS bigint) AS active_keys,
  cast(sum(keys_older_than_90_days) AS bigint) AS keys_older_than_90_days,
  cast(sum(urgent_findings) AS bigint) AS urgent_findings
FROM reported
WHERE day >= cast(current_date - INTERVAL '${days}' DAY AS date) AND day <= current_date
GROUP BY day
ORDER BY day`,
    columns: [
      { name: 'day', type: 'date', label: 'Day' },
      { name: 'accounts', type: 'integer', label: 'Accounts' },
      { name: 'users', type: 'integer', label: 'Users' },
      { name: 'console_users', type: 'integer', label: 'Console users' },
      { name: 'console_users_without_mfa', type: 'integer', label: 'Console users without MFA' },
      { name: 'active_keys', type: 'integer', label: 'Active access keys' },
      { name: 'keys_older_than_90_days', type: 'integer', label: 'Keys older than 90 days' },
      { name: 'urgent_findings', type: 'integer', label: 'Critical and high findings' },
    ],
    chart: {
      kind: 'line',
      over: 'day',
      series: [
        { column: 'console_users', tone: 'accent' },
        { column: 'active_keys', tone: 'second' },
      ],
    },
  });
