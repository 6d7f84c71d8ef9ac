-- Every finding, the worst first, open or with an exception, and since when it is there; a key id that is not certain and an owner
-- that nobody named are empty.
SELECT
  f.severity,
  f.control,
  f.account_id,
  f.account_name,
  coalesce(nullif(f.ou_path, ''), '(not listed)') AS unit,
  f.user_name,
  f.credential,
  coalesce(f.key_id, '') AS key_id,
  coalesce(f.owner, '') AS owner,
  f.evidence,
  coalesce(cast(a.first_seen AS varchar) || CASE WHEN a.is_first_seen_sure THEN '' ELSE ' or before' END, '') AS since,
  f.status,
  coalesce(f.exception_reason, '') AS exception_reason,
  f.exception_expires_on AS exception_ends
FROM latest_finding AS f
LEFT JOIN latest_finding_age AS a
  ON a.account_id = f.account_id
  AND a.user_name = f.user_name
  AND a.control = f.control
  AND a.credential = f.credential
ORDER BY f.severity_rank, f.control, f.account_id, f.user_name, f.credential
