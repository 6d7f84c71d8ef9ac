-- Each account's newest report of the last 7 days, one row per user.
CREATE OR REPLACE VIEW latest_user_credential AS
SELECT
  week.dt,
  week.report_date,
  week.account_id,
  week.account_name,
  week.user_name,
  week.arn,
  week.is_root,
  week.user_created_at,
  week.has_password,
  week.password_enabled,
  week.password_enabled_raw,
  week.password_last_used_at,
  week.password_last_used_raw,
  week.password_last_changed_at,
  week.password_last_changed_raw,
  week.password_next_rotation_at,
  week.mfa_active,
  week.access_key_1_active,
  week.access_key_1_last_rotated_at,
  week.access_key_1_last_used_at,
  week.access_key_1_last_used_raw,
  week.access_key_1_last_used_region,
  week.access_key_1_last_used_service,
  week.access_key_2_active,
  week.access_key_2_last_rotated_at,
  week.access_key_2_last_used_at,
  week.access_key_2_last_used_raw,
  week.access_key_2_last_used_region,
  week.access_key_2_last_used_service,
  week.cert_1_active,
  week.cert_1_last_rotated_at,
  week.cert_2_active,
  week.cert_2_last_rotated_at,
  week.last_used_at,
  week.additional_credentials_info
FROM (
  SELECT *, max(dt) OVER (PARTITION BY account_id) AS newest_dt
  FROM user_credential
  WHERE dt > date_format(current_date - interval '7' day, '%Y/%m/%d')
    AND dt <= date_format(current_date, '%Y/%m/%d')
) AS week
LEFT JOIN left_account AS l ON l.account_id = week.account_id
-- An account that left is in no number; what it hands in all the same, after it left, stays.
WHERE week.dt = week.newest_dt
  AND (l.left_on IS NULL OR week.report_date >= l.left_on)
