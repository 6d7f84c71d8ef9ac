-- Users who used neither password nor access keys for 45 days or more, or never and are as old; longest idle first.
SELECT
  account_id,
  account_name,
  user_name,
  last_active_on,
  date_diff('day', last_active_on, report_date) AS idle_days,
  CASE WHEN was_used THEN 'last use' ELSE 'never used, created' END AS counted_from,
  report_date
FROM (
  SELECT
    *,
    coalesce(password_last_used_at, access_key_1_last_used_at, access_key_2_last_used_at) IS NOT NULL AS was_used,
    cast(
      greatest(
        coalesce(password_last_used_at, user_created_at, timestamp '1970-01-01 00:00:00'),
        coalesce(access_key_1_last_used_at, user_created_at, timestamp '1970-01-01 00:00:00'),
        coalesce(access_key_2_last_used_at, user_created_at, timestamp '1970-01-01 00:00:00')
      ) AS date
    ) AS last_active_on
  FROM latest_user_credential
  WHERE NOT is_root
) AS u
WHERE date_diff('day', last_active_on, report_date) >= 45
ORDER BY idle_days DESC, account_id, user_name
