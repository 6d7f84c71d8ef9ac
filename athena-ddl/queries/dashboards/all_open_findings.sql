-- All open findings, the worst first, and since when they are there; a key id that is not certain and an owner that nobody named
-- are empty.
SELECT
  severity,
  control,
  account_id,
  account_name,
  coalesce(nullif(ou_path, ''), '(not listed)') AS unit,
  user_name,
  coalesce(key_id, '') AS key_id,
  coalesce(owner, '') AS owner,
  evidence,
  cast(first_seen AS varchar) || CASE WHEN is_first_seen_sure THEN '' ELSE ' or before' END AS since,
  status
FROM latest_finding
WHERE status <> 'excepted'
ORDER BY severity_rank, control, account_id, user_name, evidence
