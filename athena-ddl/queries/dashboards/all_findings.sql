-- Every finding, the worst first, open or with an exception, and since when it is there; a key id that is not certain and an owner
-- that nobody named are empty.
SELECT
  severity,
  control,
  account_id,
  account_name,
  coalesce(nullif(ou_path, ''), '(not listed)') AS unit,
  user_name,
  credential,
  coalesce(key_id, '') AS key_id,
  coalesce(owner, '') AS owner,
  evidence,
  cast(first_seen AS varchar) || CASE WHEN is_first_seen_sure THEN '' ELSE ' or before' END AS since,
  status,
  coalesce(exception_reason, '') AS exception_reason,
  exception_expires_on AS exception_ends
FROM latest_finding
ORDER BY severity_rank, control, account_id, user_name, credential
