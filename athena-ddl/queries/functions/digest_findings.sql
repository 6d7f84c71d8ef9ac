-- Findings by severity: open, covered by an exception, and open again because their exception expired.
SELECT
  severity,
  count_if(status <> 'excepted') AS open_findings,
  count_if(status = 'excepted') AS excepted_findings,
  count_if(status = 'exception_expired') AS expired_findings
FROM latest_finding
GROUP BY severity
ORDER BY CASE severity WHEN 'critical' THEN 1 WHEN 'high' THEN 2 WHEN 'medium' THEN 3 WHEN 'low' THEN 4 ELSE 5 END
