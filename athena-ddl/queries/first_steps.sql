-- What to do first about each control with open findings, what to do when that breaks something, and AWS's page, the most severe first.
SELECT
  f.severity,
  f.control,
  f.findings,
  f.accounts,
  c.asks,
  c.first_step,
  c.if_it_breaks,
  c.link
FROM (
  SELECT
    severity,
    severity_rank,
    control,
    count(*) AS findings,
    count(DISTINCT account_id) AS accounts
  FROM z_latest_finding
  WHERE status <> 'excepted'
  GROUP BY severity, severity_rank, control
) AS f
JOIN control AS c ON c.control = f.control
ORDER BY f.severity_rank, f.findings DESC, f.control
