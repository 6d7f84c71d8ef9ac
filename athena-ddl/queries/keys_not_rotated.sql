-- Active access keys that were not rotated within the days that key-rotation asks for, root's within 90, those of an unknown age and
-- the oldest first.
SELECT
  account_id,
  account_name,
  user_name,
  credential,
  key_id,
  owner,
  last_rotated_at,
  age_days,
  last_used_at,
  status,
  exception_expires_on,
  report_date
FROM z_latest_finding
-- Rotation is asked of users; a key of root is a finding by itself.
WHERE control = 'key-rotation' OR (control = 'root-access-key' AND to_rotate)
ORDER BY age_days DESC NULLS FIRST, account_id, user_name, credential
