-- Passwords and active access keys that were never used, with the day they were set.
SELECT
  account_id,
  account_name,
  user_name,
  credential,
  key_id,
  owner,
  last_rotated_at AS set_at,
  report_date
FROM latest_credential
WHERE active AND last_used_at IS NULL AND kind <> 'certificate'
ORDER BY set_at, account_id, user_name, credential
