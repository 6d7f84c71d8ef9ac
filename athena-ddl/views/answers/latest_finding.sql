-- The findings of each account's newest report of the last 7 days. An account without findings has no row, and neither
-- has one without a report: latest_coverage tells them apart.
CREATE OR REPLACE VIEW latest_finding AS
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
  exception_expires_on
FROM z_user_finding
WHERE scope = 'latest'
  AND control IS NOT NULL
