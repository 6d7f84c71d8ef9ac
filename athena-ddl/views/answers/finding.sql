-- One row per control that a credential or a user fails, measured on the report's day, with the exception that covers it.
-- An account without a report has no row here: coverage tells that, and it is not a pass.
CREATE OR REPLACE VIEW finding AS
SELECT
  dt,
  report_date,
  account_id,
  account_name,
  user_name,
  arn,
  is_root,
  control,
  severity,
  severity_rank,
  credential,
  last_rotated_at,
  last_used_at,
  age_days,
  idle_days,
  to_rotate,
  evidence,
  cis_v7,
  cis_v6,
  cis_v5,
  cis_v3,
  security_hub,
  status,
  exception_reason,
  exception_expires_on,
  key_id,
  admin_right
FROM z_day_finding
WHERE control IS NOT NULL AND evidence IS NOT NULL
