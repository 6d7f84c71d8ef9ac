-- What fails, one row per control and credential or user, and the rows without control that numbers count.
CREATE OR REPLACE VIEW z_user_finding AS
SELECT
  scope,
  dt,
  report_date,
  account_id,
  account_name,
  user_name,
  arn,
  is_root,
  user_created_at,
  has_password,
  mfa_active,
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
  exception_expires_on
FROM z_user_verdict
WHERE evidence IS NOT NULL
