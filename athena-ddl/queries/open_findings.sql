-- Open findings by control, the most severe first, with the accounts and the users, root users among them, concerned.
SELECT
  severity,
  control,
  count(*) AS findings,
  count(DISTINCT account_id) AS accounts,
  count(DISTINCT arn) AS identities,
  max(cis_v7) AS cis_v7,
  max(security_hub) AS security_hub
FROM z_latest_finding
WHERE status <> 'excepted'
GROUP BY severity, severity_rank, control
ORDER BY severity_rank, findings DESC, control
