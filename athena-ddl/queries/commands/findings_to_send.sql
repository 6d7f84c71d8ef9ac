-- All open findings, the worst first, with what names each of them from day to day, and since when they are there.
SELECT
  severity,
  control,
  account_id,
  account_name,
  ou_path,
  user_name,
  arn,
  credential,
  key_id,
  owner,
  evidence,
  status,
  cis_v7,
  cis_v6,
  cis_v5,
  cis_v3,
  security_hub,
  cast(report_date AS varchar) AS report_date,
  cast(first_seen AS varchar) AS first_seen
FROM latest_finding
WHERE status <> 'excepted'
ORDER BY severity_rank, control, account_id, user_name, credential
