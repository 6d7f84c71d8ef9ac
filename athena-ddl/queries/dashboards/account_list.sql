-- Every account with its newest coverage and what is known of it; without a report its numbers are NULL, which is not 0.
SELECT
  c.account_id,
  coalesce(c.account_name, '') AS account_name,
  coalesce(nullif(c.ou_path, ''), '(not listed)') AS unit,
  c.status,
  c.report_date AS day,
  coalesce(c.reason, '') AS reason,
  d.open_critical,
  d.open_high,
  d.open_medium,
  d.open_low,
  d.users,
  d.console_users,
  d.console_users_without_mfa,
  d.active_keys,
  d.report_date AS newest_report,
  cast(a.joined_at AS date) AS joined,
  coalesce(a.email, '') AS email,
  CASE WHEN s.has_password_policy THEN 'yes' WHEN NOT s.has_password_policy THEN 'no' ELSE '' END AS password_policy,
  s.minimum_length,
  coalesce(c.facts_not_read, '') AS facts_not_read,
  coalesce(c.warnings, '') AS warnings,
  coalesce(c.collector_version, '') AS collector_version
FROM latest_coverage AS c
LEFT JOIN latest_account AS a ON a.account_id = c.account_id
LEFT JOIN latest_daily_summary AS d ON d.account_id = c.account_id
LEFT JOIN (
  SELECT account_id, dt, has_password_policy, minimum_length
  FROM account_setting
  WHERE dt > date_format(current_date - interval '7' day, '%Y/%m/%d')
) AS s ON s.account_id = d.account_id AND s.dt = d.dt
WHERE c.account_id IS NOT NULL
ORDER BY c.account_id
