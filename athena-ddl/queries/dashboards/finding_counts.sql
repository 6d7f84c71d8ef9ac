-- How many findings of each severity there are, open or covered by an exception.
SELECT
  severity,
  count_if(status <> 'excepted') AS open,
  count_if(status = 'excepted') AS excepted
FROM z_latest_finding
GROUP BY severity
ORDER BY min(severity_rank)
