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
  -- A report says nothing about the use of certificates.
  CASE WHEN kind <> 'certificate' THEN idle_days END AS idle_days,
  to_rotate
FROM z_user_slot
-- A deactivated key or certificate keeps its date; a deleted password leaves nothing behind.
WHERE kind <> 'user' AND (active OR (kind <> 'password' AND set_at IS NOT NULL))
