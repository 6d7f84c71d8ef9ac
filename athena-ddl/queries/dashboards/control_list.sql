-- Every control that is on, with what it asks, why, and what to do about a finding.
SELECT
  severity,
  control,
  asks,
  why,
  first_step,
  if_it_breaks,
  link,
  threshold_days,
  coalesce(setting_reason, '') AS setting_reason,
  coalesce(cis_v7, '') AS cis_v7,
  coalesce(cis_v6, '') AS cis_v6,
  coalesce(cis_v5, '') AS cis_v5,
  coalesce(cis_v3, '') AS cis_v3,
  coalesce(security_hub, '') AS security_hub
FROM control
WHERE NOT is_off
ORDER BY severity_rank, control
