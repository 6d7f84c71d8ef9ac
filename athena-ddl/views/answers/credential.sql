-- One row per password, access key and certificate that exists. Ages are measured on the report's day.
CREATE OR REPLACE VIEW credential AS
SELECT
  dt,
  report_date,
  account_id,
  account_name,
  user_name,
  arn,
  is_root,
  credential,
  kind,
  slot,
  active,
  set_at AS last_rotated_at,
  used_at AS last_used_at,
  used_region AS last_used_region,
  used_service AS last_used_service,
  age_days,
  idle_days,
  to_rotate
FROM z_user_slot
WHERE scope = 'all' AND is_credential
