-- Active access keys that were not rotated for more than 90 days, oldest first.
SELECT
  account_id,
  account_name,
  user_name,
  credential,
  evidence,
  status,
  exception_expires_on,
  report_date
FROM latest_finding
WHERE control = 'key-rotation'
ORDER BY evidence, account_id, user_name
