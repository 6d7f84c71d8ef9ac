-- Open critical findings, also those that have been open for long.
SELECT
  account_id,
  account_name,
  user_name,
  control,
  credential,
  key_id,
  owner,
  evidence
FROM z_latest_finding
WHERE severity = 'critical' AND status <> 'excepted'
ORDER BY account_id, user_name, control, credential
