-- In how many accounts each control passes, fails, fails with an exception, and is not known, the most severe first.
SELECT
  severity,
  control,
  max(cis_v7) AS cis_v7,
  count_if(result = 'passed') AS accounts_passed,
  count_if(result = 'failed') AS accounts_failed,
  count_if(result = 'excepted') AS accounts_excepted,
  count_if(result = 'no data') AS accounts_without_data,
  cast(floor(100e0 * count_if(result = 'passed') / count(*)) AS integer) AS passed_percent,
  cast(sum(failed) AS bigint) AS findings
FROM latest_control_result
GROUP BY severity, severity_rank, control
ORDER BY severity_rank, accounts_failed DESC, control
