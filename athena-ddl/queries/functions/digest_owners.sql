-- Every account of the newest list with its tags, for the owners that the tags name, and its open findings: one row each,
-- and one without a control for an account that has none. Tags are a JSON object as text.
SELECT
  a.account_id,
  a.account_name,
  a.tags,
  f.severity,
  f.control,
  f.user_name,
  f.credential,
  f.key_id,
  f.evidence
FROM latest_account AS a
LEFT JOIN z_latest_finding AS f
  ON f.account_id = a.account_id
  AND f.status <> 'excepted'
  AND f.severity <> 'info'
ORDER BY f.severity_rank NULLS LAST, a.account_id, f.user_name, f.control, f.credential
