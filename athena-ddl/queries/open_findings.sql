-- Open findings by control, the most severe first, with the accounts and users concerned.
SELECT
  severity,
  control,
  count(*) AS findings,
  count(DISTINCT account_id) AS accounts,
  count(DISTINCT arn) AS users,
  max(cis_v7) AS cis_v7,
  max(security_hub) AS security_hub
FROM latest_finding
WHERE status <> 'excepted'
GROUP BY severity, control
ORDER BY
  CASE severity WHEN 'critical' THEN 1 WHEN 'high' THEN 2 WHEN 'medium' THEN 3 WHEN 'low' THEN 4 ELSE 5 END,
  findings DESC,
  control
