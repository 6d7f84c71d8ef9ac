-- Passwords and active access keys that were never used, with the day they were set.
SELECT
  u.account_id,
  u.account_name,
  u.user_name,
  c.credential,
  CASE c.credential
    WHEN 'password' THEN u.password_last_changed_at
    WHEN 'access key 1' THEN u.access_key_1_last_rotated_at
    WHEN 'access key 2' THEN u.access_key_2_last_rotated_at
  END AS set_at,
  u.report_date
FROM latest_user_credential AS u
CROSS JOIN (VALUES ('password'), ('access key 1'), ('access key 2')) AS c (credential)
WHERE
  (c.credential = 'password' AND u.password_enabled AND u.password_last_used_at IS NULL)
  OR (c.credential = 'access key 1' AND u.access_key_1_active AND u.access_key_1_last_used_at IS NULL)
  OR (c.credential = 'access key 2' AND u.access_key_2_active AND u.access_key_2_last_used_at IS NULL)
ORDER BY set_at, u.account_id, u.user_name, c.credential
