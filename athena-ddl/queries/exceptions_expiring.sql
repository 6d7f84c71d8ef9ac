-- Findings whose exception expires within 14 days or has expired, the next to expire first.
SELECT
  exception_expires_on,
  status,
  account_id,
  account_name,
  user_name,
  control,
  credential,
  key_id,
  owner,
  exception_reason,
  evidence
FROM z_latest_finding
WHERE exception_expires_on IN (SELECT expires_on FROM z_expiring_exception)
ORDER BY exception_expires_on, account_id, user_name, control, credential
