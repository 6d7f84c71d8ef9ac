-- One row per account and day with a report: its numbers, and its findings that no valid exception covers.
-- An account without a report has no row here: coverage tells that.
CREATE OR REPLACE VIEW daily_summary AS
SELECT
  dt,
  report_date,
  account_id,
  max(account_name) AS account_name,
  count_if(control IS NULL AND credential = 'user' AND NOT is_root) AS users,
  count_if(control IS NULL AND credential = 'user' AND NOT is_root AND has_password) AS console_users,
  count_if(control IS NULL AND credential = 'user' AND NOT is_root AND NOT mfa_active) AS users_without_mfa,
  count_if(control IS NULL AND credential = 'user' AND NOT is_root AND has_password AND NOT mfa_active) AS console_users_without_mfa,
  count_if(control IS NULL AND credential <> 'user') AS active_keys,
  count_if(control IS NULL AND to_rotate) AS keys_older_than_90_days,
  count_if(severity = 'critical' AND status <> 'excepted') AS open_critical,
  count_if(severity = 'high' AND status <> 'excepted') AS open_high,
  count_if(severity = 'medium' AND status <> 'excepted') AS open_medium,
  count_if(severity = 'low' AND status <> 'excepted') AS open_low,
  count_if(severity = 'info' AND status <> 'excepted') AS open_info,
  count_if(status = 'excepted') AS excepted
FROM z_day_finding
WHERE evidence IS NOT NULL
GROUP BY dt, report_date, account_id
