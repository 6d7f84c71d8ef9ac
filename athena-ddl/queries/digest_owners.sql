-- Open findings with the tags of their account, for the owners that the tags name; tags are a JSON object as text.
SELECT
  f.account_id,
  f.account_name,
  a.tags,
  f.severity,
  f.control,
  f.user_name,
  f.credential,
  f.evidence
FROM latest_finding AS f
LEFT JOIN latest_account AS a ON a.account_id = f.account_id
WHERE f.status <> 'excepted' AND f.severity <> 'info'
ORDER BY
  CASE f.severity WHEN 'critical' THEN 1 WHEN 'high' THEN 2 WHEN 'medium' THEN 3 ELSE 4 END,
  f.account_id,
  f.user_name,
  f.control,
  f.credential
