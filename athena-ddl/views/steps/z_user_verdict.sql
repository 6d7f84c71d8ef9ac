-- The rows of z_user_check, each with what it weighs and, where it fails, the exception that covers it; rows without
-- control stay.
CREATE OR REPLACE VIEW z_user_verdict AS
SELECT
  f.scope,
  f.dt,
  f.report_date,
  f.account_id,
  f.account_name,
  f.user_name,
  f.arn,
  f.is_root,
  f.user_created_at,
  f.has_password,
  f.mfa_active,
  f.control,
  CASE WHEN f.control = 'root-access-key' AND NOT f.active THEN 'low' ELSE f.severity END AS severity,
  CASE WHEN f.control = 'root-access-key' AND NOT f.active THEN 4 ELSE f.severity_rank END AS severity_rank,
  f.credential,
  f.is_checked,
  f.is_unknown,
  f.last_rotated_at,
  f.last_used_at,
  f.age_days,
  f.idle_days,
  f.to_rotate,
  f.key_id,
  f.admin_right,
  f.user_tags,
  f.user_owner,
  f.evidence,
  f.cis_v7,
  f.cis_v6,
  f.cis_v5,
  f.cis_v3,
  CASE WHEN f.security_hub = 'IAM.22' AND f.idle_days >= 90 THEN 'IAM.22, IAM.8' ELSE f.security_hub END AS security_hub,
  CASE
    WHEN f.control IS NULL OR f.evidence IS NULL THEN NULL
    WHEN a.control IS NULL THEN 'open'
    -- The day on which an exception expires is its last.
    WHEN a.expires_on >= f.report_date THEN 'excepted'
    ELSE 'exception_expired'
  END AS status,
  a.reason AS exception_reason,
  a.expires_on AS exception_expires_on
FROM z_user_check AS f
LEFT JOIN z_exception_by_control AS a
  ON a.control = f.control
  AND a.account_id IN (f.account_id, '*')
  AND a.user_name IN (f.user_name, '*')
  AND NOT contains(a.better, f.account_id || '|' || f.user_name)
  AND NOT contains(a.better, f.account_id || '|*')
  AND NOT contains(a.better, '*|' || f.user_name)
