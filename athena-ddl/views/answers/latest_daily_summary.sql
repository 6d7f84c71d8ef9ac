-- The numbers of each account's newest report of the last 7 days, without accounts that left.
CREATE OR REPLACE VIEW latest_daily_summary AS
SELECT
  week.dt,
  week.report_date,
  week.account_id,
  week.account_name,
  week.users,
  week.console_users,
  week.users_without_mfa,
  week.console_users_without_mfa,
  week.active_keys,
  week.keys_older_than_90_days,
  week.open_critical,
  week.open_high,
  week.open_medium,
  week.open_low,
  week.open_info,
  week.excepted
FROM (
  SELECT *, max(dt) OVER (PARTITION BY account_id) AS newest_dt
  FROM daily_summary
  WHERE dt >= date_format(current_date - interval '6' day, '%Y/%m/%d')
    AND dt <= date_format(current_date, '%Y/%m/%d')
) AS week
LEFT JOIN left_account AS l ON l.account_id = week.account_id
WHERE week.dt = week.newest_dt
  -- What an account hands in after it left stays.
  AND (l.left_on IS NULL OR week.report_date >= l.left_on)
