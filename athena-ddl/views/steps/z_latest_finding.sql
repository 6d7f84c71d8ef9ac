-- The rows of latest_finding without their age: for who counts them and for messages, since the age takes 42 days of reports where
-- these take 7. Unit and owner are those of the newest list of accounts.
CREATE OR REPLACE VIEW z_latest_finding AS
SELECT
  f.dt,
  f.report_date,
  f.account_id,
  f.account_name,
  f.user_name,
  f.arn,
  f.is_root,
  f.user_created_at,
  f.control,
  f.severity,
  f.severity_rank,
  f.credential,
  f.last_rotated_at,
  f.last_used_at,
  f.age_days,
  f.idle_days,
  f.to_rotate,
  f.evidence,
  f.cis_v7,
  f.cis_v6,
  f.cis_v5,
  f.cis_v3,
  f.security_hub,
  f.status,
  f.exception_reason,
  f.exception_expires_on,
  f.key_id,
  f.admin_right,
  coalesce(
    CASE
      WHEN p.owner_pattern IS NULL THEN f.user_owner
      ELSE nullif(json_extract_scalar('{"v":"' || regexp_extract(f.user_tags, p.owner_pattern, 1) || '"}', '$.v'), '')
    END,
    p.owner
  ) AS owner,
  p.ou_path
FROM z_user_verdict AS f
LEFT JOIN z_account_place AS p ON p.account_id = f.account_id
WHERE f.scope = 'latest'
  AND f.control IS NOT NULL
  AND f.evidence IS NOT NULL
