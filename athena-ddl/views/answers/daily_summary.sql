-- One row per account and day with a report: its numbers, and its findings that no valid exception covers.
-- An account without a report has no row here: coverage tells that.
CREATE OR REPLACE VIEW daily_summary AS
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
WHERE scope = 'all'
