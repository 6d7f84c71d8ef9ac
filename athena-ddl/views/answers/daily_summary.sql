-- One row per account and day with a report: its numbers, and its findings that no valid exception covers.
-- An account without a report has no row here: coverage tells that.
CREATE OR REPLACE VIEW daily_summary AS
SELECT
  dt,
  report_date,
  account_id,
  max(account_name) AS account_name,
  count(CASE WHEN control IS NULL AND NOT is_root THEN 1 END) AS users,
  count(CASE WHEN control IS NULL AND NOT is_root AND has_password THEN 1 END) AS console_users,
  count(CASE WHEN control IS NULL AND NOT is_root AND NOT mfa_active THEN 1 END) AS users_without_mfa,
  count(CASE WHEN control IS NULL AND NOT is_root AND has_password AND NOT mfa_active THEN 1 END) AS console_users_without_mfa,
  coalesce(sum(CASE WHEN control IS NULL THEN active_keys END), 0) AS active_keys,
  coalesce(sum(CASE WHEN control IS NULL THEN old_active_keys END), 0) AS keys_older_than_90_days,
  count(CASE WHEN severity = 'critical' AND status <> 'excepted' THEN 1 END) AS open_critical,
  count(CASE WHEN severity = 'high' AND status <> 'excepted' THEN 1 END) AS open_high,
  count(CASE WHEN severity = 'medium' AND status <> 'excepted' THEN 1 END) AS open_medium,
  count(CASE WHEN severity = 'low' AND status <> 'excepted' THEN 1 END) AS open_low,
  count(CASE WHEN severity = 'info' AND status <> 'excepted' THEN 1 END) AS open_info,
  count(CASE WHEN status = 'excepted' THEN 1 END) AS excepted
FROM z_user_finding
GROUP BY dt, report_date, account_id
