-- All open findings, the worst first.
SELECT
  f.severity,
  f.control,
  f.account_id,
  f.account_name,
  coalesce(nullif(a.ou_path, ''), '(not listed)') AS unit,
  f.user_name,
  f.evidence,
  f.status
FROM latest_finding AS f
LEFT JOIN (
  SELECT account_id, max_by(ou_path, dt) AS ou_path
  FROM account
  WHERE dt > date_format(current_date - interval '7' day, '%Y/%m/%d')
  GROUP BY account_id
) AS a ON a.account_id = f.account_id
WHERE f.status <> 'excepted'
ORDER BY f.severity_rank, f.control, f.account_id, f.user_name, f.evidence
