-- Console users and active access keys by day over the last 90 days, with the number of accounts that reported.
SELECT
  report_date,
  count(*) AS accounts,
  sum(users) AS users,
  sum(console_users) AS console_users,
  sum(console_users_without_mfa) AS without_mfa,
  sum(active_keys) AS active_keys
FROM daily_summary
WHERE dt > date_format(current_date - interval '90' day, '%Y/%m/%d')
GROUP BY report_date
ORDER BY report_date
