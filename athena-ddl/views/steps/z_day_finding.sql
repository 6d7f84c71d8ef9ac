-- Of every day the rows of z_user_verdict that say something: what fails, what IAM did not tell enough about (`is_unknown`), and
-- the rows without control that numbers count, one of which each user has.
CREATE OR REPLACE VIEW z_day_finding AS
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
  mfa_active,
  control,
  severity,
  severity_rank,
  credential,
  is_unknown,
  last_rotated_at,
  last_used_at,
  age_days,
  idle_days,
  to_rotate,
  key_id,
  admin_right,
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
WHERE scope = 'all'
  AND (evidence IS NOT NULL OR is_unknown)
