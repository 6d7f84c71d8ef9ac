-- One row per MFA device of a user of the report, as far as IAM tells: every virtual one, and for a user who has MFA and no
-- virtual device one row for what it is instead. `unknown` is said where the devices could not be read.
CREATE OR REPLACE VIEW mfa_device AS
SELECT
  dt,
  report_date,
  account_id,
  account_name,
  user_name,
  is_root,
  CASE
    WHEN device IS NOT NULL THEN 'virtual'
    WHEN is_device_read THEN 'hardware_or_passkey'
    ELSE 'unknown'
  END AS kind,
  nullif(substr(device, strpos(device, '=') + 1), '') AS serial_number,
  try_cast(replace(nullif(split_part(device, '=', 1), ''), 'T', ' ') AS timestamp) AS enabled_at
FROM (
  SELECT s.*, d.device
  FROM z_reported_slot AS s
  LEFT JOIN UNNEST(split(s.virtual_devices, ' ')) AS d (device) ON true
  WHERE s.scope = 'all' AND s.credential = 'user'
) AS reported
WHERE device IS NOT NULL OR mfa_active
