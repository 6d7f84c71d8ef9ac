-- Open findings of each account by severity, the worst account first.
SELECT
  account_id,
  CASE WHEN max(account_name) = '' THEN account_id ELSE max(account_name) || ' (' || account_id || ')' END AS account,
  count_if(severity = 'critical') AS critical,
  count_if(severity = 'high') AS high,
  count_if(severity = 'medium') AS medium,
  count_if(severity = 'low') AS low
FROM z_latest_finding
WHERE status <> 'excepted' AND severity <> 'info'
GROUP BY account_id
ORDER BY critical DESC, high DESC, medium DESC, low DESC, account_id
