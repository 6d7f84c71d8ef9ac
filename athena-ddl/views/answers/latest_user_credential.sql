-- Each account's newest report of the last 7 days, one row per user.
CREATE OR REPLACE VIEW latest_user_credential AS
SELECT
  dt,
  report_date,
  account_id,
  account_name,
  user_name,
  arn,
  is_root,
  user_created_at,
  has_password,
  password_enabled,
  password_enabled_raw,
  password_last_used_at,
  password_last_used_raw,
  password_last_changed_at,
  password_last_changed_raw,
  password_next_rotation_at,
  mfa_active,
  access_key_1_active,
  access_key_1_last_rotated_at,
  access_key_1_last_used_at,
  access_key_1_last_used_raw,
  access_key_1_last_used_region,
  access_key_1_last_used_service,
  access_key_2_active,
  access_key_2_last_rotated_at,
  access_key_2_last_used_at,
  access_key_2_last_used_raw,
  access_key_2_last_used_region,
  access_key_2_last_used_service,
  cert_1_active,
  cert_1_last_rotated_at,
  cert_2_active,
  cert_2_last_rotated_at,
  last_used_at,
  additional_credentials_info
FROM (
  SELECT *, max(dt) OVER (PARTITION BY account_id) AS newest_dt
  FROM user_credential
  WHERE dt > date_format(current_date - interval '7' day, '%Y/%m/%d')
    AND dt <= date_format(current_date, '%Y/%m/%d')
) AS week
WHERE dt = newest_dt
