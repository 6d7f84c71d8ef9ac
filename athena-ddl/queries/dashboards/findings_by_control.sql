-- Open findings by control and organizational unit, the most severe control first.
SELECT
  f.control,
  f.severity,
  coalesce(nullif(a.ou_path, ''), '(not listed)') AS unit,
  count(*) AS findings
FROM z_latest_finding AS f
LEFT JOIN (
  SELECT account_id, max_by(ou_path, dt) AS ou_path
  FROM account
  WHERE dt > date_format(current_date - interval '7' day, '%Y/%m/%d')
  GROUP BY account_id
) AS a ON a.account_id = f.account_id
WHERE f.status <> 'excepted'
GROUP BY f.control, f.severity, f.severity_rank, coalesce(nullif(a.ou_path, ''), '(not listed)')
ORDER BY f.severity_rank, f.control, unit
