-- Active access keys that were not rotated for more than 90 days, root's among them, those of an unknown age and the oldest first.
SELECT
  account_id,
  account_name,
  user_name,
  credential,
  last_rotated_at,
  age_days,
  last_used_at,
  status,
  exception_expires_on,
  report_date
FROM latest_finding
-- Rotation is asked of users; a key of root is a finding by itself.
WHERE to_rotate AND control IN ('key-rotation', 'root-access-key')
ORDER BY age_days DESC NULLS FIRST, account_id, user_name, credential
