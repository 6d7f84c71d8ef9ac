-- The organization in numbers as of today, yesterday and a week ago, each from every account's newest report of 7 days.
-- Accounts without such a report today, or that left the organization, count on no day: one that fell silent makes no number
-- smaller.
SELECT
  days_ago,
  count(*) AS accounts,
  sum(users) AS users,
  sum(console_users) AS console_users,
  sum(console_users_without_mfa) AS console_users_without_mfa,
  sum(active_keys) AS active_keys,
  sum(keys_older_than_90_days) AS old_active_keys
FROM (
  SELECT
    s.*,
    a.days_ago,
    row_number() OVER (PARTITION BY a.days_ago, s.account_id ORDER BY s.dt DESC) AS place,
    min(a.days_ago) OVER (PARTITION BY s.account_id) AS last_counted_days_ago
  FROM daily_summary AS s
  CROSS JOIN (VALUES (0), (1), (7)) AS a (days_ago)
  LEFT JOIN left_account AS l ON l.account_id = s.account_id
  WHERE s.dt > date_format(current_date - interval '14' day, '%Y/%m/%d')
    AND s.dt <= date_format(current_date, '%Y/%m/%d')
    AND s.report_date <= cast(current_date - a.days_ago * interval '1' day AS date)
    AND s.report_date > cast(current_date - (a.days_ago + 7) * interval '1' day AS date)
    AND (l.left_on IS NULL OR a.days_ago > 0 OR s.report_date >= l.left_on)
) AS reported
WHERE place = 1 AND last_counted_days_ago = 0
GROUP BY days_ago
ORDER BY days_ago
