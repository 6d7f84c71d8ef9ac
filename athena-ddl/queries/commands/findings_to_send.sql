-- All open findings, the worst first, with what names each of them from day to day, and since when they are there.
SELECT
  f.severity,
  f.control,
  f.account_id,
  f.account_name,
  f.ou_path,
  f.user_name,
  f.arn,
  f.credential,
  f.key_id,
  f.owner,
  f.evidence,
  f.status,
  f.cis_v7,
  f.cis_v6,
  f.cis_v5,
  f.cis_v3,
  f.security_hub,
  cast(f.report_date AS varchar) AS report_date,
  cast(a.first_seen AS varchar) AS first_seen
FROM latest_finding AS f
LEFT JOIN latest_finding_age AS a
  ON a.account_id = f.account_id
  AND a.user_name = f.user_name
  AND a.control = f.control
  AND a.credential = f.credential
WHERE f.status <> 'excepted'
ORDER BY f.severity_rank, f.control, f.account_id, f.user_name, f.credential
