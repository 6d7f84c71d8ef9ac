-- Findings by severity: open, covered by an exception, and open again because their exception expired.
SELECT
  severity,
  count_if(status <> 'excepted') AS open_findings,
  count_if(status = 'excepted') AS excepted_findings,
  count_if(status = 'exception_expired') AS expired_findings
FROM z_latest_finding
GROUP BY severity
ORDER BY min(severity_rank)
