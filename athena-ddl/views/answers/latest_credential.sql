-- Passwords, access keys and certificates as each account's newest report of the last 7 days has them. Ages are measured on
-- that report's day. Unit and owner are those of the newest list of accounts.
CREATE OR REPLACE VIEW latest_credential AS
SELECT
  s.dt,
  s.report_date,
  s.account_id,
  s.account_name,
  s.user_name,
  s.arn,
  s.is_root,
  s.credential,
  s.kind,
  s.slot,
  s.active,
  s.set_at AS last_rotated_at,
  s.used_at AS last_used_at,
  s.used_region AS last_used_region,
  s.used_service AS last_used_service,
  s.age_days,
  s.idle_days,
  s.to_rotate,
  s.key_id,
  s.admin_right,
  coalesce(
    CASE
      WHEN p.owner_pattern IS NULL THEN s.user_owner
      ELSE nullif(json_extract_scalar('{"v":"' || regexp_extract(s.user_tags, p.owner_pattern, 1) || '"}', '$.v'), '')
    END,
    p.owner
  ) AS owner,
  p.ou_path
FROM z_reported_slot AS s
LEFT JOIN z_account_place AS p ON p.account_id = s.account_id
WHERE s.scope = 'latest'
  AND s.is_credential
