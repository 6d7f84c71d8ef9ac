-- Users, console users and active keys by day over the last 90 days. Each account counts with its newest report of 7 days.
-- Accounts without such a report today, or that left the organization, count on no day: one that fell silent or closed makes
-- no number smaller.
WITH
listed AS (
  SELECT
    report_date AS day,
    account_id,
    min(CASE WHEN is_readable THEN 1 ELSE 0 END) AS all_readable
  FROM z_account_row
  WHERE dt >= date_format(current_date - interval '96' day, '%Y/%m/%d')
    AND dt <= date_format(current_date, '%Y/%m/%d')
    AND object_path <> ''
  GROUP BY report_date, account_id
),
reported AS (
  SELECT
    cast(report_date + later.days * interval '1' day AS date) AS day,
    account_id,
    max(report_date) AS newest_date,
    max_by(users, report_date) AS users,
    max_by(console_users, report_date) AS console_users,
    max_by(console_users_without_mfa, report_date) AS console_users_without_mfa,
    max_by(active_keys, report_date) AS active_keys,
    max_by(keys_older_than_90_days, report_date) AS keys_older_than_90_days,
    max_by(open_critical + open_high, report_date) AS urgent_findings
  FROM daily_summary
  CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5), (6)) AS later (days)
  WHERE dt >= date_format(current_date - interval '90' day - interval '6' day, '%Y/%m/%d')
  GROUP BY cast(report_date + later.days * interval '1' day AS date), account_id
),
compared AS (
  SELECT
    coalesce(r.day, l.day) AS day,
    coalesce(r.account_id, l.account_id) AS account_id,
    r.newest_date,
    r.users,
    r.console_users,
    r.console_users_without_mfa,
    r.active_keys,
    r.keys_older_than_90_days,
    r.urgent_findings,
    l.day IS NOT NULL AS is_listed,
    -- Of a day without a list, or with a line that cannot be read, nobody knows who was in it.
    coalesce(min(l.all_readable) OVER (PARTITION BY coalesce(r.day, l.day)) = 1, false) AS is_sound,
    count(l.day) OVER (PARTITION BY coalesce(r.account_id, l.account_id)) > 0 AS is_known
  FROM reported AS r
  FULL JOIN listed AS l ON l.day = r.day AND l.account_id = r.account_id
),
counted AS (
  SELECT *, max(CASE WHEN day = current_date THEN 1 ELSE 0 END) OVER (PARTITION BY account_id) AS counts_today
  FROM compared
  WHERE newest_date IS NOT NULL
    -- What an account hands in counts on its day, listed or not.
    AND (NOT is_sound OR is_listed OR NOT is_known OR newest_date = day)
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
FROM counted
WHERE counts_today = 1
  AND day >= cast(current_date - interval '90' day AS date)
  AND day <= current_date
GROUP BY day
ORDER BY day
