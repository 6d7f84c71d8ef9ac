-- The numbers of each account's newest report of the last 7 days.
CREATE OR REPLACE VIEW latest_daily_summary AS
SELECT
  dt,
  report_date,
  account_id,
  account_name,
  users,
  console_users,
  users_without_mfa,
  console_users_without_mfa,
  active_keys,
  keys_older_than_90_days,
  open_critical,
  open_high,
  open_medium,
  open_low,
  open_info,
  excepted
FROM z_daily_summary
WHERE scope = 'latest'
