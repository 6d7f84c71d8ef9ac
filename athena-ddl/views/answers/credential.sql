-- One row per password, access key and certificate that exists. Ages are measured on the report's day.
CREATE OR REPLACE VIEW credential AS
WITH slotted AS (
  SELECT
    u.dt,
    u.report_date,
    u.account_id,
    u.account_name,
    u.user_name,
    u.arn,
    u.is_root,
    u.user_created_at,
    s.kind,
    s.slot,
    CASE s.name
      -- Reports from before about 2024 do not tell whether root has a password: it always had one.
      WHEN 'password' THEN coalesce(u.password_enabled, u.is_root)
      WHEN 'access_key_1' THEN u.access_key_1_active
      WHEN 'access_key_2' THEN u.access_key_2_active
      WHEN 'cert_1' THEN u.cert_1_active
      WHEN 'cert_2' THEN u.cert_2_active
    END AS active,
    CASE s.name
      WHEN 'password' THEN u.password_last_changed_at
      WHEN 'access_key_1' THEN u.access_key_1_last_rotated_at
      WHEN 'access_key_2' THEN u.access_key_2_last_rotated_at
      WHEN 'cert_1' THEN u.cert_1_last_rotated_at
      WHEN 'cert_2' THEN u.cert_2_last_rotated_at
    END AS last_rotated_at,
    CASE s.name
      WHEN 'password' THEN u.password_last_used_at
      WHEN 'access_key_1' THEN u.access_key_1_last_used_at
      WHEN 'access_key_2' THEN u.access_key_2_last_used_at
    END AS last_used_at,
    CASE s.name
      WHEN 'access_key_1' THEN u.access_key_1_last_used_region
      WHEN 'access_key_2' THEN u.access_key_2_last_used_region
    END AS last_used_region,
    CASE s.name
      WHEN 'access_key_1' THEN u.access_key_1_last_used_service
      WHEN 'access_key_2' THEN u.access_key_2_last_used_service
    END AS last_used_service
  FROM user_credential AS u
  CROSS JOIN (
    VALUES
      ('password', 'password', 1),
      ('access_key_1', 'access_key', 1),
      ('access_key_2', 'access_key', 2),
      ('cert_1', 'certificate', 1),
      ('cert_2', 'certificate', 2)
  ) AS s (name, kind, slot)
)
SELECT
  dt,
  report_date,
  account_id,
  account_name,
  user_name,
  arn,
  is_root,
  kind,
  slot,
  active,
  last_rotated_at,
  last_used_at,
  last_used_region,
  last_used_service,
  date_diff('day', cast(last_rotated_at AS date), report_date) AS age_days,
  -- What was never used is idle since it was made; a report says nothing about the use of certificates.
  CASE
    WHEN kind <> 'certificate'
      THEN date_diff('day', cast(coalesce(last_used_at, last_rotated_at, user_created_at) AS date), report_date)
  END AS idle_days
FROM slotted
-- A deactivated key or certificate keeps its date; a deleted password leaves nothing behind.
WHERE active OR (kind <> 'password' AND last_rotated_at IS NOT NULL)
