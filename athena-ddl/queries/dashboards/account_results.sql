-- What each control found in each account on its newest day: an account without a report has `no data`, which is no pass.
SELECT
  account_id,
  coalesce(account_name, '') AS account_name,
  coalesce(nullif(ou_path, ''), '(not listed)') AS unit,
  control,
  severity,
  result,
  checked,
  failed,
  excepted,
  coalesce(cis_v7, '') AS cis_v7,
  coalesce(cis_v6, '') AS cis_v6,
  coalesce(cis_v5, '') AS cis_v5,
  coalesce(cis_v3, '') AS cis_v3,
  coalesce(security_hub, '') AS security_hub
FROM latest_control_result
ORDER BY severity_rank, control, account_id
